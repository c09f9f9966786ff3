/** Runs a plan level by level and fetches the data. Its objects belong to one execution and one thread. */
@NullMarked
package org.rostrum.engine.execution;

import org.jspecify.annotations.NullMarked;
