/** Resolves time expressions against the day of publication, and dates statements by others of the same speaker. */
@NullMarked
package org.rostrum.extraction.time;

import org.jspecify.annotations.NullMarked;
