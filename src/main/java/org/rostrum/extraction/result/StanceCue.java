package org.rostrum.extraction.result;

import org.rostrum.graph.value.LinkType;

/**
 * What a text says of how a statement stands to another one.
 *
 * @param stance how it stands to the other; corrections and retractions ({@link LinkType#CORRECTS}, {@link LinkType#RETRACTS}) are not recognised
 * @param words  the words that tell it: "in response to"
 * @param to     what they are followed by: whose statement, or what about
 */
public record StanceCue(LinkType stance, Mention words, String to) {}
