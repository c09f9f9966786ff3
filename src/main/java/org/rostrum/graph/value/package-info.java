/** Values and text rules that all rooms share. Plain Java, without state. */
package org.rostrum.graph.value;
