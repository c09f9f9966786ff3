/** Resolves names of places to countries. */
@NullMarked
package org.rostrum.resolution.place;

import org.jspecify.annotations.NullMarked;
