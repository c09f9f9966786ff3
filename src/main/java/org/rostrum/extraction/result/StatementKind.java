package org.rostrum.extraction.result;

/** How a text reports words: in quotation marks, in its own words, or in both. */
public enum StatementKind { DIRECT, INDIRECT, MIXED }
