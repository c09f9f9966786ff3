/**
 * Records and changes actors, each in its caller's transaction. Other rooms are told by CDI events and change what
 * depends on an actor themselves.
 */
@NullMarked
package org.rostrum.actor.write;

import org.jspecify.annotations.NullMarked;
