/** What is checked before the server starts, and what it logs about itself then. Nothing in here runs afterwards. */
@NullMarked
package org.rostrum.server.startup;

import org.jspecify.annotations.NullMarked;
