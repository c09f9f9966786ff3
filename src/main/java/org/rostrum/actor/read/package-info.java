/** Reads actors and posts for whole sets: repositories, filters, orders and node loaders. Nothing here writes. */
@NullMarked
package org.rostrum.actor.read;

import org.jspecify.annotations.NullMarked;
