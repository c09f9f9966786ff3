package org.rostrum.extraction.syntax;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.rostrum.extraction.syntax.DependencyParser.Kind;
import org.rostrum.extraction.syntax.DependencyParser.Move;

/** Analyses English sentences: parts of speech and dependencies. Loads its model once; safe for use by many threads. */
public final class SyntaxAnalyzer {

    private static final String MODEL = "/extraction/english.model.gz";

    /** Rows of punctuation shorter than this are parsed like words. */
    private static final int FEWEST_MARKS = 30;

    private final PosTagger tagger;
    private final DependencyParser parser;

    private SyntaxAnalyzer(PosTagger tagger, DependencyParser parser) {
        this.tagger = tagger;
        this.parser = parser;
    }

    /** The analyzer with the model that ships with the project: some 40 MB in memory. */
    public static SyntaxAnalyzer english() {
        return Shipped.ENGLISH;
    }

    private static final Set<String> PERFECT = Set.of("has", "have", "had", "’ve", "'ve");

    private static final Set<String> DAYS =
            Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** Loaded on first use. */
    private static final class Shipped {

        static final SyntaxAnalyzer ENGLISH = read();

        private static SyntaxAnalyzer read() {
            try (InputStream in = SyntaxAnalyzer.class.getResourceAsStream(MODEL)) {
                return SyntaxAnalyzer.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SyntaxAnalyzer read(InputStream model) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(model), 1 << 16));
        HashedLinearModel tagging = HashedLinearModel.read(in);
        Move[] moves = new Move[in.readInt()];
        for (int i = 0; i < moves.length; i++) {
            Kind kind = Kind.values()[in.readByte()];
            int relation = in.readByte();
            moves[i] = new Move(kind, relation < 0 ? null : DependencyRelation.of(relation));
        }
        return new SyntaxAnalyzer(new PosTagger(tagging), new DependencyParser(HashedLinearModel.read(in), moves));
    }

    /** Whether a token that was not tagged as a name is part of one: a capitalised noun next to a name. */
    private static boolean isInName(ParsedSentence sentence, int word) {
        boolean beside = word > 0 && sentence.tags[word - 1].isName()
                || word + 1 < sentence.size() && sentence.tags[word + 1].isName();
        return word > 0
                && beside
                && sentence.tags[word] == PosTag.NN
                && sentence.form(word).length() > 1;
    }

    /** "Experts have cautioned against": no passive, which takes a form of "be". */
    private static void activate(ParsedSentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            int verb = sentence.heads[i];
            if (sentence.relations[i] != DependencyRelation.NSUBJPASS || verb < i || !hasPerfect(sentence, verb)) {
                continue;
            }
            sentence.relations[i] = DependencyRelation.NSUBJ;
        }
    }

    /** Whether a participle is in the perfect tense of the active voice. */
    private static boolean hasPerfect(ParsedSentence sentence, int verb) {
        boolean perfect = false;
        for (int i = Math.max(0, verb - 5); i < verb; i++) {
            if (sentence.heads[i] == verb) {
                if (sentence.relations[i] == DependencyRelation.AUXPASS
                        || sentence.form(i).equals("been")) {
                    return false;
                }
                perfect |= PERFECT.contains(sentence.form(i));
            }
        }
        return perfect;
    }

    /** "Said on Tuesday that …": attaches the clause to the verb, not to the day. */
    private static void reattach(ParsedSentence sentence) {
        for (int i = 2; i < sentence.size(); i++) {
            boolean behindVerb = DAYS.contains(sentence.form(i))
                    && sentence.form(i - 1).equals("on")
                    && sentence.tags[i - 2].isVerb()
                    && sentence.heads[i] > i;
            if (behindVerb) {
                sentence.heads[i] = i - 2;
                sentence.relations[i] = DependencyRelation.OBL;
                sentence.heads[i - 1] = i;
                sentence.relations[i - 1] = DependencyRelation.CASE;
            }
        }
        for (int i = 1; i < sentence.size(); i++) {
            int day = sentence.heads[i];
            boolean clause = day >= 0
                    && day < i
                    && sentence.tags[i].isVerb()
                    && DAYS.contains(sentence.form(day))
                    && sentence.heads[day] >= 0
                    && sentence.heads[day] < day;
            if (clause
                    && sentence.tags[sentence.heads[day]].isVerb()
                    && sentence.form(day + 1).equals("that")) {
                sentence.heads[i] = sentence.heads[day];
                sentence.relations[i] = DependencyRelation.CCOMP;
            }
        }
    }

    /** Tags verbs that report as such where the tagger takes them for adjectives or nouns. */
    private static void tagReports(ParsedSentence sentence, Predicate<String> reports) {
        if (sentence.size() > 1
                && sentence.tags[0] == PosTag.JJ
                && (sentence.tags[1].isName() || sentence.tags[1] == PosTag.DT)
                && reports.test(sentence.form(0))) {
            // "“…,” said Karlsson": a quotation stands before the first word.
            sentence.tags[0] = PosTag.VBD;
        }
        for (int i = 2; i + 2 < sentence.size(); i++) {
            boolean participle = sentence.tags[i] == PosTag.NN
                    && sentence.form(i).endsWith("ing")
                    && sentence.form(i - 1).equals(",")
                    && sentence.tags[i + 1] != PosTag.IN;
            if (participle && reports.test(sentence.form(i))) {
                // "…, warning jobs would go"
                sentence.tags[i] = PosTag.VBG;
            }
        }
        for (int i = 1; i + 1 < sentence.size(); i++) {
            if (sentence.tags[i] == PosTag.NNS
                    && sentence.tags[i - 1].isNoun()
                    && startsObject(sentence, i + 1)
                    && reports.test(sentence.form(i))) {
                sentence.tags[i] = PosTag.VBZ;
            }
        }
    }

    private static boolean startsObject(ParsedSentence sentence, int word) {
        PosTag tag = sentence.tags[word];
        return tag == PosTag.DT
                || tag == PosTag.PDT
                || tag == PosTag.PRPS
                || tag == PosTag.PRP
                || sentence.form(word).equals("all");
    }

    private static boolean hasWord(ParsedSentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (Character.isLetterOrDigit(sentence.form(i).codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tags and parses a sentence. Long rows of punctuation without a word, which are rules or pictures, get no heads.
     *
     * @param names words that are names elsewhere in the text, so that "Trump" is one at the start of a sentence too
     * @param reports forms of verbs that report: "urges" between a noun and an article is one, and no noun
     */
    public void analyse(ParsedSentence sentence, Predicate<String> names, Predicate<String> reports) {
        if (sentence.size() >= FEWEST_MARKS && !hasWord(sentence)) {
            Arrays.fill(sentence.tags, PosTag.NFP);
            Arrays.fill(sentence.heads, -1);
            Arrays.fill(sentence.relations, DependencyRelation.PUNCT);
            sentence.link();
            return;
        }
        TokenFeatures lexemes = new TokenFeatures(sentence, names);
        tagger.tag(sentence, lexemes, names);
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.tags[i].isName()
                    && Character.isUpperCase(sentence.form(i).charAt(0))
                    && !lexemes.headline
                    && isInName(sentence, i)) {
                sentence.tags[i] = PosTag.NNP;
            }
        }
        tagReports(sentence, reports);
        parser.parse(sentence, lexemes);
        activate(sentence);
        reattach(sentence);
        sentence.link();
    }
}
