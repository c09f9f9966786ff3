/**
 * Finds the known actors, places and posts that an article's mentions may mean, for all mentions at once. Made for
 * resolution; only reads.
 */
package org.rostrum.actor.lookup;
