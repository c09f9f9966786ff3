/** Resolves time expressions against the day of publication, and dates statements by others of the same speaker. */
package org.rostrum.extraction.time;
