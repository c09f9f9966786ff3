package org.rostrum.extraction.syntax;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tags tokens with parts of speech, from left to right, by an averaged perceptron (Collins 2002). */
final class PosTagger {

    /** How many features a word has. */
    static final int FEATURES = 26;

    private static final int NONE = 0x5bd1e995;

    /** "Polish" and "Venezuelan" are names' adjectives. */
    private static final Pattern DEMONYM = Pattern.compile("(?:an|ish|ese|nch|eek|utch|iss|eli|qi|ni|pino)$");

    private final HashedLinearModel weights;

    PosTagger(HashedLinearModel weights) {
        this.weights = weights;
    }

    /** @param names whether a capitalised word is known to be a name */
    void tag(ParsedSentence sentence, TokenFeatures lexemes, Predicate<String> names) {
        int[] hashes = new int[FEATURES];
        long[] sums = weights.sums();
        int[] scores = new int[PosTag.count()];
        for (int i = 0; i < lexemes.size; i++) {
            int count = features(lexemes, sentence.tags, i, hashes);
            weights.score(hashes, count, sums, scores);
            String form = sentence.form(i);
            boolean name = Character.isUpperCase(form.charAt(0)) && names.test(form);
            PosTag tag = PosTag.of(best(
                    scores,
                    Character.isLowerCase(form.charAt(0)) && form.chars().allMatch(Character::isLowerCase)));
            sentence.tags[i] = name
                            && !tag.isName()
                            && !(tag == PosTag.JJ && DEMONYM.matcher(form).find())
                    ? PosTag.NNP
                    : tag;
        }
    }

    /** @param small whether the word has no capital, so that it is no name */
    private static int best(int[] scores, boolean small) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best] && !(small && PosTag.of(c).isName())) {
                best = c;
            }
        }
        return best;
    }

    /** Computes the features of a token, given the tags of those before it; returns how many there are. */
    static int features(TokenFeatures seen, PosTag[] tags, int i, int[] hashes) {
        int word = seen.word[i];
        int before = i > 0 ? seen.word[i - 1] : NONE;
        int before2 = i > 1 ? seen.word[i - 2] : NONE;
        int after = i + 1 < seen.size ? seen.word[i + 1] : NONE;
        int after2 = i + 2 < seen.size ? seen.word[i + 2] : NONE;
        int tag = i > 0 ? tags[i - 1].ordinal() : -1;
        int tag2 = i > 1 ? tags[i - 2].ordinal() : -1;
        int shape = seen.shape[i];
        int n = 0;
        hashes[n++] = of(1, 0, 0);
        hashes[n++] = of(2, word, 0);
        hashes[n++] = of(3, seen.suffix3[i], 0);
        hashes[n++] = of(4, seen.suffix2[i], shape);
        hashes[n++] = of(5, seen.prefix3[i], 0);
        hashes[n++] = of(6, shape, tag);
        hashes[n++] = of(7, tag, 0);
        hashes[n++] = of(8, tag, tag2);
        hashes[n++] = of(9, word, tag);
        hashes[n++] = of(10, word, shape);
        hashes[n++] = of(11, before, 0);
        hashes[n++] = of(12, before2, 0);
        hashes[n++] = of(13, after, 0);
        hashes[n++] = of(14, after2, 0);
        hashes[n++] = of(15, word, after);
        hashes[n++] = of(16, word, before);
        hashes[n++] = of(17, i + 1 < seen.size ? seen.suffix3[i + 1] : NONE, 0);
        hashes[n++] = of(18, i > 0 ? seen.suffix3[i - 1] : NONE, 0);
        hashes[n++] = of(19, i + 1 < seen.size ? seen.shape[i + 1] : -1, shape);
        hashes[n++] = of(20, i > 0 ? seen.shape[i - 1] : -1, shape);
        hashes[n++] = of(21, seen.suffix3[i], tag);
        hashes[n++] = of(22, word, tag * 64 + tag2);
        hashes[n++] = of(23, i + 1 < seen.size ? seen.suffix2[i + 1] : NONE, seen.suffix2[i]);
        hashes[n++] = of(24, after, tag);
        hashes[n++] = of(25, before, after);
        hashes[n++] = of(26, seen.suffix3[i], shape);
        return n;
    }

    private static int of(int template, int a, int b) {
        return ((template * 0x01000193 ^ a) * 0x2545F491 ^ b) * 0x01000193;
    }
}
