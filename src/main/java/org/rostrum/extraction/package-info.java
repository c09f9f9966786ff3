/**
 * Extracts statements, names and events from a text. Plain Java: deterministic, without a database, a network or
 * beans.
 */
package org.rostrum.extraction;
