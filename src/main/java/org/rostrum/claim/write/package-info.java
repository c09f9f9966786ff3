/**
 * Records, reviews and deletes claims, each in its caller's transaction, with what follows from them: the capacity of
 * the speaker, the events they are about.
 */
@NullMarked
package org.rostrum.claim.write;

import org.jspecify.annotations.NullMarked;
