package org.rostrum.extraction.attribution;

/**
 * What a cue attributes, and to whom.
 *
 * @param content the words that are attributed
 * @param source the token that names the source; -1 where none does
 */
record CueMatch(ContentRange content, int source) {}
