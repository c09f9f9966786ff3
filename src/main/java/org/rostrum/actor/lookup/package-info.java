/**
 * Finds the known actors, places and posts that an article's mentions may mean, for all mentions at once. Made for
 * resolution; only reads.
 */
@NullMarked
package org.rostrum.actor.lookup;

import org.jspecify.annotations.NullMarked;
