/**
 * Compiles an operation into a plan of steps, and computes the plan's cost. Plans are immutable and shared by threads.
 */
@NullMarked
package org.rostrum.engine.plan;

import org.jspecify.annotations.NullMarked;
