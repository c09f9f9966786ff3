/** Runs a plan level by level and fetches the data. Its objects belong to one execution and one thread. */
package org.rostrum.engine.execution;
