package org.rostrum.extraction.result;

/**
 * A name where it stands in a text.
 *
 * @param phrase the name with the titles and appositives beside it
 * @param name   the words of it that stand with capitals next to each other, a title among them where it has one
 */
public record NameMention(Mention phrase, Mention name) {}
