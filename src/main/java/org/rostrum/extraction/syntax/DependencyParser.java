package org.rostrum.extraction.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the head of each token: a transition-based parser in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta
 * 2011), trained with its dynamic oracle (Goldberg and Nivre 2013) as an averaged perceptron. It handles each token
 * twice, so that its time is linear in the sentence's length.
 */
final class DependencyParser {

    /** The most features that a state has. */
    static final int FEATURES = 73;

    private final HashedLinearModel weights;
    private final Move[] moves;

    /** @param moves what the classes of the weights mean */
    DependencyParser(HashedLinearModel weights, Move[] moves) {
        this.weights = weights;
        this.moves = moves;
    }

    /** The transitions of the arc-hybrid system. */
    enum Kind {
        SHIFT,
        LEFT,
        RIGHT
    }

    /**
     * A move.
     *
     * @param relation of the arc that it draws; null for {@link Kind#SHIFT}
     */
    record Move(Kind kind, @Nullable DependencyRelation relation) {}

    void parse(ParsedSentence sentence, TokenFeatures lexemes) {
        State state = new State(lexemes, sentence.tags);
        int[] hashes = new int[FEATURES];
        long[] sums = weights.sums();
        int[] scores = new int[weights.classes()];
        while (!state.isFinal()) {
            weights.score(hashes, state.features(hashes), sums, scores);
            int best = -1;
            for (int c = 0; c < moves.length; c++) {
                if ((best < 0 || scores[c] > scores[best]) && state.allows(moves[c].kind)) {
                    best = c;
                }
            }
            state.apply(moves[best]);
        }
        System.arraycopy(state.heads, 0, sentence.heads, 0, lexemes.size);
        System.arraycopy(state.relations, 0, sentence.relations, 0, lexemes.size);
    }

    /**
     * The parser's configuration: a stack, the first token not yet on it, and the arcs so far. The root comes after the
     * last token.
     */
    static final class State {

        private final TokenFeatures seen;
        private final int[] tag;
        final int size;
        final int[] stack;
        int height;
        int next;
        final int[] heads;
        final DependencyRelation[] relations;
        /** The outermost and the second outermost dependents on either side; -1 for none. */
        private final int[] left;

        private final int[] left2;
        private final int[] right;
        private final int[] right2;
        private final int[] lefts;
        private final int[] rights;
        /** How many commas, and how many quotation marks, precede a token. */
        private final int[] commas;

        private final int[] quotes;

        State(TokenFeatures seen, PosTag[] tags) {
            this.seen = seen;
            this.size = seen.size;
            this.tag = new int[size];
            this.stack = new int[size + 1];
            this.heads = new int[size + 1];
            this.relations = new DependencyRelation[size + 1];
            this.left = filled(size + 1);
            this.left2 = filled(size + 1);
            this.right = filled(size + 1);
            this.right2 = filled(size + 1);
            this.lefts = new int[size + 1];
            this.rights = new int[size + 1];
            this.commas = new int[size + 1];
            this.quotes = new int[size + 1];
            Arrays.fill(heads, -1);
            for (int i = 0; i < size; i++) {
                tag[i] = tags[i].ordinal();
                commas[i + 1] = commas[i] + (tags[i] == PosTag.COMMA || tags[i] == PosTag.COLON ? 1 : 0);
                quotes[i + 1] = quotes[i] + (tags[i] == PosTag.OPENING || tags[i] == PosTag.CLOSING ? 1 : 0);
            }
        }

        private static int[] filled(int length) {
            int[] array = new int[length];
            Arrays.fill(array, -1);
            return array;
        }

        boolean isFinal() {
            return next == size && height == 0;
        }

        boolean allows(Kind kind) {
            return switch (kind) {
                case SHIFT -> next < size;
                case LEFT -> height > 0 && (next < size || height == 1);
                case RIGHT -> height > 1;
            };
        }

        void apply(Move move) {
            switch (move.kind) {
                case SHIFT -> stack[height++] = next++;
                case LEFT -> arc(next, stack[--height], move.relation);
                case RIGHT -> {
                    height--;
                    arc(stack[height - 1], stack[height], move.relation);
                }
            }
        }

        private void arc(int head, int dependent, @Nullable DependencyRelation relation) {
            heads[dependent] = head == size ? -1 : head;
            relations[dependent] = head == size ? DependencyRelation.ROOT : relation;
            if (dependent < head) {
                left2[head] = left[head];
                left[head] = dependent;
                lefts[head]++;
            } else {
                right2[head] = right[head];
                right[head] = dependent;
                rights[head]++;
            }
        }

        private int word(int i) {
            return i < 0 ? 11 : i == size ? 13 : seen.word[i];
        }

        private int tag(int i) {
            return i < 0 ? 61 : i == size ? 62 : tag[i];
        }

        private int relation(int i) {
            return i < 0 || relations[i] == null ? 63 : relations[i].ordinal();
        }

        private static int at(int[] array, int i) {
            return i < 0 ? -1 : array[i];
        }

        /** Computes the hashes of the features of this configuration; returns how many there are. */
        int features(int[] h) {
            int s0 = height > 0 ? stack[height - 1] : -1;
            int s1 = height > 1 ? stack[height - 2] : -1;
            int s2 = height > 2 ? stack[height - 3] : -1;
            int b0 = next;
            int b1 = next < size ? next + 1 : -1;
            int b2 = next + 1 < size ? next + 2 : -1;
            int s0w = word(s0);
            int s1w = word(s1);
            int b0w = word(b0);
            int b1w = word(b1);
            int s0t = tag(s0);
            int s1t = tag(s1);
            int s2t = tag(s2);
            int b0t = tag(b0);
            int b1t = tag(b1);
            int b2t = tag(b2);
            int s0l = at(left, s0);
            int s0r = at(right, s0);
            int s1l = at(left, s1);
            int s1r = at(right, s1);
            int b0l = at(left, b0);
            int b0l2 = at(left2, b0);
            int s0l2 = at(left2, s0);
            int s0r2 = at(right2, s0);
            int s1r2 = at(right2, s1);
            int s0b0 = s0t << 6 | b0t;
            int s1s0 = s1t << 6 | s0t;
            int distance = s0 < 0 ? 0 : Math.min(7, bucket(b0 - s0));
            int distance1 = s1 < 0 ? 0 : Math.min(7, bucket(s0 - s1));
            int valency = at(lefts, s0) * 8 + at(rights, s0);
            int valency1 = at(lefts, s1) * 8 + at(rights, s1);
            int between = s0 < 0 ? 0 : Math.min(3, commas[b0] - commas[s0]) * 4 + Math.min(3, quotes[b0] - quotes[s0]);
            int between1 = s1 < 0 ? 0 : Math.min(3, commas[s0] - commas[s1]) * 4 + Math.min(3, quotes[s0] - quotes[s1]);
            int n = 0;
            h[n++] = of(1, 0, 0);
            h[n++] = of(2, s0w, 0);
            h[n++] = of(3, s0t, 0);
            h[n++] = of(4, s0w, s0t);
            h[n++] = of(5, s1w, 0);
            h[n++] = of(6, s1t, 0);
            h[n++] = of(7, s1w, s1t);
            h[n++] = of(8, word(s2), s2t);
            h[n++] = of(9, s2t, 0);
            h[n++] = of(10, b0w, 0);
            h[n++] = of(11, b0t, 0);
            h[n++] = of(12, b0w, b0t);
            h[n++] = of(13, b1w, 0);
            h[n++] = of(14, b1t, 0);
            h[n++] = of(15, word(b2), 0);
            h[n++] = of(16, b2t, 0);
            h[n++] = of(17, s0w, b0w);
            h[n++] = of(18, s0b0, 0);
            h[n++] = of(19, s0w, s0b0);
            h[n++] = of(20, b0w, s0b0);
            h[n++] = of(21, s1w, s0w);
            h[n++] = of(22, s1s0, 0);
            h[n++] = of(23, s1w, s1s0);
            h[n++] = of(24, s0w, s1s0);
            h[n++] = of(25, b0t << 6 | b1t, 0);
            h[n++] = of(26, s0b0 << 6 | b1t, 0);
            h[n++] = of(27, s1s0 << 6 | b0t, 0);
            h[n++] = of(28, (s2t << 6 | s1t) << 6 | s0t, 0);
            h[n++] = of(29, s0b0 << 12 | b1t << 6 | b2t, 0);
            h[n++] = of(30, s1s0 << 12 | b0t << 6 | b1t, 0);
            h[n++] = of(31, s1w, b0w);
            h[n++] = of(32, s1t << 6 | b0t, distance1);
            h[n++] = of(33, s0b0, distance);
            h[n++] = of(34, s1s0, distance1);
            h[n++] = of(35, s0b0, between);
            h[n++] = of(36, s1s0, between1);
            h[n++] = of(37, s0w, valency);
            h[n++] = of(38, s0b0, valency);
            h[n++] = of(39, s1w, valency1);
            h[n++] = of(40, s1s0, valency1);
            h[n++] = of(41, b0w, at(lefts, b0));
            h[n++] = of(42, s0b0, at(lefts, b0));
            h[n++] = of(43, s0t << 6 | tag(s0l), relation(s0l));
            h[n++] = of(44, s0t << 6 | tag(s0r), relation(s0r));
            h[n++] = of(45, s1t << 6 | tag(s1l), relation(s1l));
            h[n++] = of(46, s1t << 6 | tag(s1r), relation(s1r));
            h[n++] = of(47, b0t << 6 | tag(b0l), relation(b0l));
            h[n++] = of(48, s0b0 << 6 | tag(s0l), 0);
            h[n++] = of(49, s0b0 << 6 | tag(s0r), 0);
            h[n++] = of(50, s0b0 << 6 | tag(b0l), 0);
            h[n++] = of(51, s1s0 << 6 | tag(s0l), 0);
            h[n++] = of(52, s1s0 << 6 | tag(s1r), 0);
            h[n++] = of(53, s1s0 << 6 | tag(s0r), 0);
            h[n++] = of(54, s0w, relation(s0l) << 6 | relation(s0r));
            h[n++] = of(55, s1w, relation(s1l) << 6 | relation(s1r));
            h[n++] = of(56, s0t, relation(s0l) << 12 | relation(s0l2) << 6 | relation(s0r));
            h[n++] = of(57, s1t, relation(s1r) << 6 | relation(s1r2));
            h[n++] = of(58, s0t, relation(s0r) << 6 | relation(s0r2));
            h[n++] = of(59, b0t, relation(b0l) << 6 | relation(b0l2));
            h[n++] = of(60, s0w, word(s0l));
            h[n++] = of(61, s0w, word(s0r));
            h[n++] = of(62, b0w, word(b0l));
            h[n++] = of(63, s1w, word(s1r));
            h[n++] = of(64, word(s0l), s0b0);
            h[n++] = of(65, word(s1r), s1s0);
            h[n++] = of(66, b0w, s1s0);
            h[n++] = of(67, s0w, b0t << 6 | b1t);
            h[n++] = of(68, b1w, s0b0);
            h[n++] = of(69, s0 < 0 || s0 == size ? 0 : seen.suffix3[s0], b0t);
            h[n++] = of(70, s1 < 0 ? 0 : seen.suffix3[s1], s0t);
            h[n++] = of(71, b0 == size ? 0 : seen.suffix3[b0], s0t);
            h[n++] = of(72, s0b0 << 6 | s1t, relation(s0l) << 6 | relation(b0l));
            h[n++] = of(73, b0w, b1w);
            return n;
        }

        private static int bucket(int distance) {
            return distance < 5 ? distance : distance < 10 ? 5 : distance < 20 ? 6 : 7;
        }

        private static int of(int template, int a, int b) {
            return ((template * 0x01000193 ^ a) * 0x2545F491 ^ b) * 0x01000193;
        }
    }
}
