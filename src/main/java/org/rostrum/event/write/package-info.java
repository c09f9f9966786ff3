/**
 * Records and changes events, each in its caller's transaction, and decides whether two articles report the same one.
 */
@NullMarked
package org.rostrum.event.write;

import org.jspecify.annotations.NullMarked;
