/**
 * Collects the actors and posts that an article tells of and nobody knows. They are recorded only by
 * {@link org.rostrum.actor.write}.
 */
@NullMarked
package org.rostrum.resolution.proposal;

import org.jspecify.annotations.NullMarked;
