/** Reads events for whole sets: the repository, filter, order and node loaders. Nothing here writes. */
@NullMarked
package org.rostrum.event.read;

import org.jspecify.annotations.NullMarked;
