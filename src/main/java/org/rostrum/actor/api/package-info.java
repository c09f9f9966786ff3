/**
 * The GraphQL fields and mutations of actors. Reads through {@link org.rostrum.actor.read}, writes through
 * {@link org.rostrum.actor.write}.
 */
@NullMarked
package org.rostrum.actor.api;

import org.jspecify.annotations.NullMarked;
