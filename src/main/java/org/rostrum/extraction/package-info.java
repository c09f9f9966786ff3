/**
 * Extracts statements, names and events from a text. Plain Java: deterministic, without a database, a network or beans.
 */
@NullMarked
package org.rostrum.extraction;

import org.jspecify.annotations.NullMarked;
