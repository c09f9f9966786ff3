/**
 * The entities of actors, their names and their posts, with their GraphQL types. No statement is run here; the
 * packages below read and write them.
 */
package org.rostrum.actor;
