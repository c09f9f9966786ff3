/**
 * Records, changes and merges actors and posts, each in its caller's transaction. Other rooms are told by CDI events
 * and move their own references.
 */
@NullMarked
package org.rostrum.actor.write;

import org.jspecify.annotations.NullMarked;
