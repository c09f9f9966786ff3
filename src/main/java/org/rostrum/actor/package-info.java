/**
 * The entities of actors, their names and their posts, with their GraphQL types. No statement is run here; the packages
 * below read and write them.
 */
@NullMarked
package org.rostrum.actor;

import org.jspecify.annotations.NullMarked;
