/** Reads events for whole sets: the repository, filter, order and node loaders. Nothing here writes. */
package org.rostrum.event.read;
