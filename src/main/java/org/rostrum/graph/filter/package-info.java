/** Input types for filters that several rooms share, and the SQL conditions they stand for. */
package org.rostrum.graph.filter;
