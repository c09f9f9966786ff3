/**
 * Global ids and the queries that load objects by them. Each room adds its types with a
 * {@link org.rostrum.graph.node.NodeLoader}.
 */
@NullMarked
package org.rostrum.graph.node;

import org.jspecify.annotations.NullMarked;
