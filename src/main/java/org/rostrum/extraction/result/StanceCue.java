package org.rostrum.extraction.result;

import org.rostrum.graph.value.LinkType;

/**
 * How a statement relates to another one, by the words around it.
 *
 * @param stance how it relates to the other; corrections and retractions ({@link LinkType#CORRECTS},
 *     {@link LinkType#RETRACTS}) are not recognised
 * @param words the cue: "in response to"
 * @param context the text after it: whose statement, or what about
 */
public record StanceCue(LinkType stance, Mention words, String context) {}
