/** The readiness checks of the database and of its disk. They report the state and change nothing. */
@NullMarked
package org.rostrum.server.health;

import org.jspecify.annotations.NullMarked;
