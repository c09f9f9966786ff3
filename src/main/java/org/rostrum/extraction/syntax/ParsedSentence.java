package org.rostrum.extraction.syntax;

import java.util.Arrays;

/**
 * The tokens of a sentence with their offsets, and after {@link PosTagger} and {@link DependencyParser} their tags and
 * heads. Tokens are numbered from 0.
 */
public final class ParsedSentence {

    private static final int[] UNLINKED = {};

    private final String[] forms;
    private final int[] starts;
    private final int[] ends;
    final PosTag[] tags;
    /** -1 for a token without a head. */
    final int[] heads;

    final DependencyRelation[] relations;
    /**
     * The first dependent of a token, and the next dependent of the same head; -1 for none. Empty until the tokens have
     * heads.
     */
    private int[] firsts = UNLINKED;

    private int[] nexts = UNLINKED;
    /** The first and the last token of the subtree of a token. Empty until the tokens have heads. */
    private int[] lefts = UNLINKED;

    private int[] rights = UNLINKED;

    /**
     * @param forms the words as printed
     * @param starts where each begins in the text, in UTF-16 code units
     * @param ends exclusive
     */
    ParsedSentence(String[] forms, int[] starts, int[] ends) {
        this.forms = forms;
        this.starts = starts;
        this.ends = ends;
        this.tags = new PosTag[forms.length];
        this.heads = new int[forms.length];
        this.relations = new DependencyRelation[forms.length];
    }

    /** How many tokens there are. */
    public int size() {
        return forms.length;
    }

    /** A token's characters. */
    public String form(int word) {
        return forms[word];
    }

    /** Where a token starts in the text. */
    public int start(int word) {
        return starts[word];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int word) {
        return ends[word];
    }

    /**
     * Whether there is a finite verb among the tokens from one to another.
     *
     * @param to the last token, inclusive
     */
    public boolean hasFinite(int from, int to) {
        for (int at = from; at <= to; at++) {
            if (tags[at].isFinite()) {
                return true;
            }
        }
        return false;
    }

    /** A token's part of speech. */
    public PosTag tag(int word) {
        return tags[word];
    }

    /** The head of a token; -1 for the root of the sentence. */
    public int head(int word) {
        return heads[word];
    }

    /** How a token depends on its head. */
    public DependencyRelation relation(int word) {
        return relations[word];
    }

    /** The leftmost dependent of a token; -1 for none. */
    public int firstChild(int word) {
        return firsts[word];
    }

    /** The next dependent of the same head to the right; -1 for none. */
    public int nextSibling(int word) {
        return nexts[word];
    }

    /** The first token of the subtree of a token. */
    public int left(int word) {
        return lefts[word];
    }

    /** The last token of the subtree of a token. */
    public int right(int word) {
        return rights[word];
    }

    /** The first dependent with a relation; -1 for none. */
    public int child(int word, DependencyRelation relation) {
        for (int child = firsts[word]; child >= 0; child = nexts[child]) {
            if (relations[child] == relation) {
                return child;
            }
        }
        return -1;
    }

    /** Whether a token is in the subtree of another. */
    public boolean isWithin(int word, int ancestor) {
        return word >= lefts[ancestor] && word <= rights[ancestor] && (word == ancestor || climbs(word, ancestor));
    }

    private boolean climbs(int word, int ancestor) {
        int at = word;
        while (at >= 0 && at != ancestor) {
            at = heads[at];
        }
        return at == ancestor;
    }

    /** Derives dependents and subtrees from the heads. Arcs do not cross, so that a subtree has no gaps. */
    void link() {
        int size = forms.length;
        firsts = new int[size];
        nexts = new int[size];
        lefts = new int[size];
        rights = new int[size];
        Arrays.fill(firsts, -1);
        for (int i = size - 1; i >= 0; i--) {
            lefts[i] = i;
            rights[i] = i;
            nexts[i] = -1;
            if (heads[i] >= 0) {
                nexts[i] = firsts[heads[i]];
                firsts[heads[i]] = i;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int head = heads[i]; head >= 0 && lefts[head] > lefts[i]; head = heads[head]) {
                lefts[head] = lefts[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int head = heads[i]; head >= 0 && rights[head] < rights[i]; head = heads[head]) {
                rights[head] = rights[i];
            }
        }
    }
}
