/** The readiness checks of the database and of its disk. They report the state and change nothing. */
package org.rostrum.server.health;
