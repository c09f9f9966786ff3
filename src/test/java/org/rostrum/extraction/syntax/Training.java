package org.rostrum.extraction.syntax;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.rostrum.extraction.syntax.DependencyParser.Kind;
import org.rostrum.extraction.syntax.DependencyParser.Move;

/**
 * Makes the file that {@link SyntaxAnalyzer} reads out of treebanks in CoNLL-U, and measures it on others;
 * {@code docs/extraction.md} says which treebanks, and how to run it.
 *
 * <p>Usage: {@code Training OUT TRAIN.conllu [TEST.conllu...]}
 */
public final class Training {

    private static final int TAG_BITS = 16;
    private static final int PARSE_BITS = 18;
    private static final int TAG_EPOCHS = 8;
    private static final int PARSE_EPOCHS = 10;
    private static final int FOLDS = 4;
    /**
     * Features of the parser's that are seen less often are not learnt: that costs no accuracy and makes the file
     * smaller.
     */
    private static final int RAREST_FEATURE = 6;

    private static final int COUNTER_BITS = 26;
    /** Moves seen less often than that in a treebank are not learnt. */
    private static final int RAREST_MOVE = 25;
    /** How often the parser goes its own way while it learns, from the second epoch on. */
    private static final double EXPLORATION = 0.9;

    private record Example(
            ParsedSentence sentence,
            TokenFeatures lexemes,
            PosTag[] tags,
            int[] heads,
            DependencyRelation[] relations) {}

    public static void main(String[] arguments) throws IOException {
        List<Example> examples = read(Path.of(arguments[1]));
        System.out.println(examples.size() + " sentences");
        Learner tagging = tagging(examples, TAG_EPOCHS);
        jackknife(examples);
        Move[] moves = moves(examples);
        System.out.println(moves.length + " moves");
        Learner parsing = parsing(examples, moves);
        try (DataOutputStream out =
                new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
            tagging.write(out);
            out.writeInt(moves.length);
            for (Move move : moves) {
                out.writeByte(move.kind().ordinal());
                out.writeByte(move.relation() == null ? -1 : move.relation().ordinal());
            }
            parsing.write(out);
        }
        System.out.println(Files.size(Path.of(arguments[0])) + " bytes");
        for (String test : List.of(arguments).subList(2, arguments.length)) {
            measure(test, new PosTagger(tagging.weights()), new DependencyParser(parsing.weights(), moves));
        }
    }

    private static void measure(String file, PosTagger tagger, DependencyParser parser) throws IOException {
        int all = 0;
        int words = 0;
        int tags = 0;
        int heads = 0;
        int both = 0;
        for (Example example : read(Path.of(file))) {
            tagger.tag(example.sentence, example.lexemes, form -> false);
            parser.parse(example.sentence, example.lexemes);
            all += example.tags.length;
            for (int i = 0; i < example.tags.length; i++) {
                tags += example.sentence.tags[i] == example.tags[i] ? 1 : 0;
                if (example.relations[i] == DependencyRelation.PUNCT) {
                    continue;
                }
                words++;
                boolean right = example.sentence.heads[i] == example.heads[i];
                heads += right ? 1 : 0;
                both += right && example.sentence.relations[i] == example.relations[i] ? 1 : 0;
            }
        }
        System.out.printf(
                "%s: tags %.4f, unlabelled %.4f, labelled %.4f (without marks)%n",
                file, (double) tags / all, (double) heads / words, (double) both / words);
    }

    private static List<Example> read(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    if (!rows.isEmpty()) {
                        examples.add(example(rows));
                        rows.clear();
                    }
                } else if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    if (columns[0].chars().allMatch(Character::isDigit)) {
                        rows.add(columns);
                    }
                }
            }
        }
        return examples;
    }

    private static Example example(List<String[]> rows) {
        int size = rows.size();
        String[] forms = rows.stream().map(row -> row[1]).toArray(String[]::new);
        PosTag[] tags = rows.stream().map(row -> PosTag.ofSymbol(row[4])).toArray(PosTag[]::new);
        int[] heads =
                rows.stream().mapToInt(row -> Integer.parseInt(row[6]) - 1).toArray();
        DependencyRelation[] relations =
                rows.stream().map(row -> DependencyRelation.ofName(row[7])).toArray(DependencyRelation[]::new);
        ParsedSentence sentence = new ParsedSentence(forms, new int[size], new int[size]);
        return new Example(sentence, new TokenFeatures(sentence), tags, heads, relations);
    }

    private static Learner tagging(List<Example> examples, int epochs) {
        Learner learner = new Learner(PosTag.count(), TAG_BITS);
        List<Example> shuffled = new ArrayList<>(examples);
        Random random = new Random(1);
        int[] hashes = new int[PosTagger.FEATURES];
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(shuffled, random);
            int right = 0;
            int all = 0;
            for (Example example : shuffled) {
                PosTag[] given = new PosTag[example.tags.length];
                for (int i = 0; i < given.length; i++) {
                    int count = PosTagger.features(example.lexemes, given, i, hashes);
                    float[] scores = learner.scores(hashes, count);
                    int best = 0;
                    for (int c = 1; c < scores.length; c++) {
                        best = scores[c] > scores[best] ? c : best;
                    }
                    int gold = example.tags[i].ordinal();
                    learner.learn(hashes, count, gold, best);
                    given[i] = PosTag.of(best);
                    right += best == gold ? 1 : 0;
                    all++;
                }
            }
            System.out.printf("tagging, epoch %d: %.4f%n", epoch, (double) right / all);
        }
        return learner;
    }

    /**
     * Gives each sentence the tags of a tagger that has not seen it, so that the parser learns to live with such
     * mistakes.
     */
    private static void jackknife(List<Example> examples) {
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> others = new ArrayList<>();
            List<Example> own = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == fold ? own : others).add(examples.get(i));
            }
            PosTagger tagger = new PosTagger(tagging(others, TAG_EPOCHS / 2).weights());
            own.forEach(example -> tagger.tag(example.sentence, example.lexemes, form -> false));
        }
    }

    private static Move[] moves(List<Example> examples) {
        Map<Move, Integer> counts = new LinkedHashMap<>();
        counts.put(new Move(Kind.SHIFT, null), RAREST_MOVE);
        for (Example example : examples) {
            for (int i = 0; i < example.heads.length; i++) {
                Kind kind = example.heads[i] < 0 || example.heads[i] > i ? Kind.LEFT : Kind.RIGHT;
                counts.merge(new Move(kind, example.relations[i]), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= RAREST_MOVE)
                .map(Map.Entry::getKey)
                .toArray(Move[]::new);
    }

    private static Learner parsing(List<Example> examples, Move[] moves) {
        Learner learner = new Learner(moves.length, PARSE_BITS);
        byte[] counts = new byte[1 << COUNTER_BITS];
        int[] frequent = new int[DependencyParser.FEATURES];
        List<Example> shuffled = new ArrayList<>(examples);
        Random random = new Random(2);
        int[] hashes = new int[DependencyParser.FEATURES];
        for (int epoch = 0; epoch < PARSE_EPOCHS; epoch++) {
            Collections.shuffle(shuffled, random);
            int right = 0;
            int all = 0;
            for (Example example : shuffled) {
                DependencyParser.State state = new DependencyParser.State(example.lexemes, example.sentence.tags);
                while (!state.isFinal()) {
                    int count = state.features(hashes);
                    float[] scores = learner.scores(hashes, count);
                    int best = -1;
                    int gold = -1;
                    int least = Integer.MAX_VALUE;
                    for (int kind = 0; kind < 3; kind++) {
                        if (state.allows(Kind.values()[kind])) {
                            least = Math.min(least, cost(state, Kind.values()[kind], example));
                        }
                    }
                    for (int c = 0; c < moves.length; c++) {
                        if (!state.allows(moves[c].kind())) {
                            continue;
                        }
                        best = best < 0 || scores[c] > scores[best] ? c : best;
                        if ((gold < 0 || scores[c] > scores[gold])
                                && cost(state, moves[c].kind(), example) == least
                                && fits(state, moves[c], example)) {
                            gold = c;
                        }
                    }
                    if (gold < 0) {
                        gold = best;
                    }
                    learner.learn(frequent, frequent(hashes, count, counts, epoch == 0, frequent), gold, best);
                    right += gold == best ? 1 : 0;
                    all++;
                    state.apply(moves[epoch > 0 && random.nextDouble() < EXPLORATION ? best : gold]);
                }
            }
            System.out.printf("parsing, epoch %d: %.4f%n", epoch, (double) right / all);
        }
        return learner;
    }

    /** Picks the features out that were seen often enough, and counts them where told to; how many there are. */
    private static int frequent(int[] hashes, int count, byte[] counts, boolean counting, int[] frequent) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            int row = HashedLinearModel.row(hashes[i], counts.length - 1);
            if (counting && counts[row] < RAREST_FEATURE) {
                counts[row]++;
            }
            if (counts[row] >= RAREST_FEATURE) {
                frequent[found++] = hashes[i];
            }
        }
        return found;
    }

    /** Whether a move draws no arc of the reading's, or draws it with its relation. */
    private static boolean fits(DependencyParser.State state, Move move, Example example) {
        if (move.kind() == Kind.SHIFT) {
            return true;
        }
        int dependent = state.stack[state.height - 1];
        int head = move.kind() == Kind.LEFT ? state.next : state.stack[state.height - 2];
        int gold = example.heads[dependent] < 0 ? state.size : example.heads[dependent];
        return gold != head || move.relation() == example.relations[dependent];
    }

    /** How many arcs of the reading can no longer be drawn after a move. */
    private static int cost(DependencyParser.State state, Kind kind, Example example) {
        int cost = 0;
        int top = state.height > 0 ? state.stack[state.height - 1] : -1;
        int next = state.next;
        int[] heads = example.heads;
        int size = state.size;
        if (kind == Kind.SHIFT) {
            int head = heads[next] < 0 ? size : heads[next];
            for (int i = 0; i < state.height; i++) {
                int word = state.stack[i];
                cost += i < state.height - 1 && head == word ? 1 : 0;
                cost += heads[word] == next ? 1 : 0;
            }
            return cost;
        }
        int head = heads[top] < 0 ? size : heads[top];
        for (int word = next; word < size; word++) {
            cost += heads[word] == top ? 1 : 0;
        }
        if (kind == Kind.LEFT) {
            cost += head > next ? 1 : 0;
            cost += state.height > 1 && head == state.stack[state.height - 2] ? 1 : 0;
        } else {
            cost += head >= next ? 1 : 0;
        }
        return cost;
    }

    /** An averaged perceptron over hashed features. */
    private static final class Learner {

        private final int classes;
        private final int mask;
        private final float[] weights;
        private final float[] totals;
        private final float[] scores;
        private int steps = 1;

        Learner(int classes, int bits) {
            this.classes = classes;
            this.mask = (1 << bits) - 1;
            this.weights = new float[classes << bits];
            this.totals = new float[classes << bits];
            this.scores = new float[classes];
        }

        float[] scores(int[] hashes, int count) {
            Arrays.fill(scores, 0);
            for (int i = 0; i < count; i++) {
                int from = HashedLinearModel.row(hashes[i], mask) * classes;
                for (int c = 0; c < classes; c++) {
                    scores[c] += weights[from + c];
                }
            }
            return scores;
        }

        void learn(int[] hashes, int count, int gold, int given) {
            steps++;
            if (gold == given) {
                return;
            }
            for (int i = 0; i < count; i++) {
                int from = HashedLinearModel.row(hashes[i], mask) * classes;
                weights[from + gold]++;
                totals[from + gold] += steps;
                weights[from + given]--;
                totals[from + given] -= steps;
            }
        }

        /** The mean of the weights over all steps, scaled to what {@link HashedLinearModel} hold. */
        private short[] averaged() {
            double[] means = new double[weights.length];
            double largest = 0;
            for (int i = 0; i < weights.length; i++) {
                means[i] = weights[i] - (double) totals[i] / steps;
                largest = Math.max(largest, Math.abs(means[i]));
            }
            short[] rows = new short[weights.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (short) Math.round(means[i] / largest * HashedLinearModel.LARGEST);
            }
            return rows;
        }

        HashedLinearModel weights() {
            return HashedLinearModel.of(classes, Integer.bitCount(mask), averaged());
        }

        void write(DataOutputStream out) throws IOException {
            HashedLinearModel.write(classes, Integer.bitCount(mask), averaged(), out);
        }
    }
}
