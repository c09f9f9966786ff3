/**
 * The errors that clients see, the exceptions behind them, and the guard against running out of memory. Uses nothing
 * else of the project but the limits.
 */
@NullMarked
package org.rostrum.graph.error;

import org.jspecify.annotations.NullMarked;
