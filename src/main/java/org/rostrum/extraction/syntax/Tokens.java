package org.rostrum.extraction.syntax;

import java.util.Arrays;

/** The tokens of a part of a text, in order, with their offsets. */
public final class Tokens {

    private final String text;
    private int[] starts;
    private int[] ends;
    private int size;

    /** @param room the expected number of tokens */
    Tokens(String text, int room) {
        this.text = text;
        this.starts = new int[room];
        this.ends = new int[room];
    }

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** Where a token starts in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    /** A token's characters. */
    public String form(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** A token's first character. */
    public char first(int token) {
        return text.charAt(starts[token]);
    }

    /** Whether a token follows the one before it without space. */
    public boolean isJoined(int token) {
        return token > 0 && starts[token] == ends[token - 1];
    }

    /** A sentence of some of the tokens, by their numbers. */
    public ParsedSentence sentence(int[] tokens, int count) {
        String[] forms = new String[count];
        int[] from = new int[count];
        int[] to = new int[count];
        for (int i = 0; i < count; i++) {
            forms[i] = form(tokens[i]);
            from[i] = starts[tokens[i]];
            to[i] = ends[tokens[i]];
        }
        return new ParsedSentence(forms, from, to);
    }
}
