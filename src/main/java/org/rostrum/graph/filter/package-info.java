/** Input types for filters that several rooms share, and the SQL conditions they stand for. */
@NullMarked
package org.rostrum.graph.filter;

import org.jspecify.annotations.NullMarked;
