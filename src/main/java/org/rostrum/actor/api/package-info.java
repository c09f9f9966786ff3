/**
 * The GraphQL fields and mutations of actors. Reads through {@link org.rostrum.actor.read}, writes through {@link
 * org.rostrum.actor.write}.
 */
package org.rostrum.actor.api;
