package org.rostrum.extraction;

import java.util.List;

/**
 * What was read in a text.
 *
 * @param statements in the text's order
 * @param skipped    why none were looked for, in words for people; null where they were
 */
public record Reading(List<Statement> statements, String skipped) {}
