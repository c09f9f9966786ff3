/** The errors that clients see, the exceptions behind them, and the guard against running out of memory. Uses nothing else of the project but the limits. */
package org.rostrum.graph.error;
