/** Values and text rules that all rooms share. Plain Java, without state. */
@NullMarked
package org.rostrum.graph.value;

import org.jspecify.annotations.NullMarked;
