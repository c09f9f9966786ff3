package org.rostrum.extraction.result;

/**
 * An occurrence of a name in a text.
 *
 * @param phrase the name with its titles and appositives
 * @param name its capitalised words in a row, including a title where it has one
 */
public record NameMention(Mention phrase, Mention name) {}
