/**
 * Makes one actor of two, and takes that back. Each room says which of its columns refer to actors, and they are moved.
 */
@NullMarked
package org.rostrum.actor.merge;

import org.jspecify.annotations.NullMarked;
