package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.IOBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/**
 * Finds the content of a verb's attribution: for each frame that the lexicon gives the verb, in order of preference,
 * the phrase or clause that fills it.
 */
final class VerbFrameMatcher {

    private final ContentClauseFinder clauses;
    private final PrepositionFrame prepositions;

    VerbFrameMatcher(Lexicon lexicon) {
        this.clauses = new ContentClauseFinder(lexicon);
        this.prepositions = new PrepositionFrame(lexicon);
    }

    /**
     * The content by the first frame that fits; null for none.
     *
     * @param v the verb
     * @param subject the head of its subject; -1 for none
     */
    @Nullable
    ContentRange content(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
        ContentRange content = beginsWithInfinitive(s, v, entry) ? null : clauses.content(s, v, entry, subject);
        if (content == null
                && (entry.has(CueLexiconEntry.INFINITIVE) || entry.has(CueLexiconEntry.OBJECT_INFINITIVE))) {
            content = toInfinitive(s, v, entry);
        }
        if (content == null && entry.has(CueLexiconEntry.AS)) {
            content = as(s, v);
        }
        if (content == null && entry.has(CueLexiconEntry.COMPLEMENT)) {
            content = complement(s, v, entry);
        }
        if (content == null && entry.has(CueLexiconEntry.GERUND)) {
            content = gerund(s, v);
        }
        // "Called the mayor unfit for office" is no call for office.
        boolean ofObject = entry.mostly(CueLexiconEntry.COMPLEMENT) && s.child(v, OBJ) > v;
        if (content == null && entry.has(CueLexiconEntry.PREPOSITION) && !ofObject) {
            content = prepositions.content(s, v, entry);
        }
        if (content == null && entry.has(CueLexiconEntry.NOUN)) {
            content = noun(s, v, subject);
        }
        return content;
    }

    /** Whether an infinitive takes the place of a clause: "promised to lift …", "urged the state to lift …". */
    private static boolean beginsWithInfinitive(ParsedSentence s, int v, CueLexiconEntry entry) {
        int open = s.child(v, XCOMP);
        if (open > v
                && s.left(open) == v + 1
                && s.form(v + 1).equals("to")
                && entry.mostly(CueLexiconEntry.INFINITIVE)) {
            return true;
        }
        int object = s.child(v, OBJ);
        return object > v
                && entry.mostly(CueLexiconEntry.OBJECT_INFINITIVE)
                && !entry.mostly(CueLexiconEntry.NOUN)
                && (infinitive(s, v, v) > object || infinitive(s, v, object) >= 0);
    }

    private static @Nullable ContentRange toInfinitive(ParsedSentence s, int v, CueLexiconEntry entry) {
        int open = s.child(v, XCOMP);
        int object = s.child(v, OBJ);
        int second = s.child(v, IOBJ);
        boolean toObject = entry.has(CueLexiconEntry.OBJECT_INFINITIVE);
        boolean toItself = entry.has(CueLexiconEntry.INFINITIVE);
        int mark = open > v ? s.child(open, MARK) : -1;
        if (mark >= 0 && s.form(mark).equals("to") || open > v && s.tag(open) == PosTag.VB) {
            int whom = object > v && object < open ? object : second > v && second < open ? second : -1;
            if (whom >= 0 && toObject) {
                return ContentRange.of(
                        CueLexiconEntry.OBJECT_INFINITIVE,
                        "right",
                        s.left(whom),
                        beforeAdverbialClause(s, open, s.right(open)));
            }
            if (whom < 0 && toItself) {
                return ContentRange.of(CueLexiconEntry.INFINITIVE, "right", s.left(open), s.right(open));
            }
        }
        int infinitive = infinitive(s, v, v);
        int far = object > v ? Math.max(infinitive(s, v, object), infinitive) : -1;
        if (toObject && far > object) {
            return ContentRange.of(CueLexiconEntry.OBJECT_INFINITIVE, "far", s.left(object), s.right(far));
        }
        int whomever = object > v ? object : second;
        int inside = toObject && whomever > v ? infinitiveBehind(s, whomever, s.right(v)) : -1;
        if (inside >= 0) {
            return ContentRange.of(CueLexiconEntry.OBJECT_INFINITIVE, "far", s.left(whomever), s.right(inside));
        }
        return toItself && infinitive >= 0 && (object < 0 || object > infinitive)
                ? ContentRange.of(CueLexiconEntry.INFINITIVE, "far", s.left(infinitive), s.right(infinitive))
                : null;
    }

    private static @Nullable ContentRange as(ParsedSentence s, int v) {
        int object = s.child(v, OBJ);
        if (object < 0) {
            return null;
        }
        for (int child = s.nextSibling(object); child >= 0; child = s.nextSibling(child)) {
            int as = s.left(child);
            boolean part = s.relation(child) == OBL || s.relation(child) == ADVCL || s.relation(child) == XCOMP;
            if (as > v && part && s.form(as).equalsIgnoreCase("as")) {
                return s.right(object) < v
                        ? new ContentRange(
                                CueLexiconEntry.AS,
                                "apart",
                                List.of(new int[] {s.left(object), s.right(object)}, new int[] {as + 1, s.right(child)
                                }))
                        : ContentRange.of(CueLexiconEntry.AS, "right", s.left(object), s.right(child));
            }
        }
        return asInside(s, object) > v
                ? ContentRange.of(CueLexiconEntry.AS, "right", s.left(object), s.right(object))
                : null;
    }

    /** "Called him a liar": by the tree, else up to the closing quotation mark, else by the article. */
    private static @Nullable ContentRange complement(ParsedSentence s, int v, CueLexiconEntry entry) {
        int open = s.child(v, XCOMP);
        int object = s.child(v, OBJ);
        int second = s.child(v, IOBJ);
        int last = open > v ? open : second > v && object > second ? object : -1;
        int first = object > v ? Math.min(object, second > v ? second : object) : second;
        if (last > v && first > v && first < last) {
            return ContentRange.of(CueLexiconEntry.COMPLEMENT, "right", s.left(first), s.right(last));
        }
        if (!entry.mostly(CueLexiconEntry.COMPLEMENT)) {
            return null;
        }
        int quoted = lastClosingQuote(s, v);
        int from = object > v ? s.left(object) : v + 1;
        if (quoted > from + 1) {
            return ContentRange.of(CueLexiconEntry.COMPLEMENT, "quoted", from, quoted);
        }
        int article = complementArticle(s, v);
        return article > 0
                ? ContentRange.of(CueLexiconEntry.COMPLEMENT, "article", v + 1, phraseEnd(s, article, s.right(v)))
                : null;
    }

    private static @Nullable ContentRange gerund(ParsedSentence s, int v) {
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            boolean clausal = s.relation(child) == XCOMP
                    || s.relation(child) == CCOMP
                    || s.relation(child) == OBJ
                    || s.relation(child) == ADVCL;
            if (child > v && s.tag(child) == PosTag.VBG && clausal && s.left(child) == v + 1) {
                return ContentRange.of(CueLexiconEntry.GERUND, "right", s.left(child), s.right(child));
            }
        }
        return null;
    }

    /** An object, or the noun that a relative clause modifies: "problems that he blamed on …". */
    private @Nullable ContentRange noun(ParsedSentence s, int v, int subject) {
        int object = s.child(v, OBJ);
        if (object > v && !isBarePronoun(s, object)) {
            return ContentRange.of(CueLexiconEntry.NOUN, "right", s.left(object), prepositions.withPhrases(s, object));
        }
        int noun = s.head(v);
        return s.relation(v) == RELCL && object < 0 && noun >= 0 && subject > noun && subject < v
                ? ContentRange.of(CueLexiconEntry.NOUN, "relative", s.left(noun), Math.max(noun, s.left(v) - 1))
                : null;
    }

    /** The closing mark of the last quotation that begins after a verb in its clause; -1 for none. */
    private static int lastClosingQuote(ParsedSentence s, int v) {
        int last = -1;
        boolean open = false;
        for (int at = v + 1; at < s.size(); at++) {
            if (!open && (s.tag(at).isFinite() || s.form(at).equals(";"))) {
                break;
            }
            if ("“”\"".indexOf(s.form(at).charAt(0)) >= 0) {
                open = s.form(at).equals("“") || s.form(at).equals("\"") && !open;
                last = open ? last : at;
            }
        }
        return last;
    }

    /** The article of the complement right after the object: "called climate change a hoax"; -1 for none. */
    private static int complementArticle(ParsedSentence s, int v) {
        for (int at = v + 2; at < Math.min(s.size() - 1, v + 15); at++) {
            if (s.tag(at).isVerb() || s.tag(at) == PosTag.MD || NounPhraseSpans.isPunctuation(s, at)) {
                return -1;
            }
            if ((s.form(at).equals("a") || s.form(at).equals("an"))
                    && (s.tag(at - 1).isNoun() || s.tag(at - 1) == PosTag.PRP)) {
                return at;
            }
        }
        return -1;
    }

    /** The last token of a phrase: the one before a comma or semicolon, else {@code last}. */
    private static int phraseEnd(ParsedSentence s, int from, int last) {
        for (int at = from + 1; at <= last; at++) {
            if (s.form(at).equals(",") || s.form(at).equals(";")) {
                return at - 1;
            }
        }
        return Math.max(from + 1, last);
    }

    /** The last token of the content before "while visiting …". */
    private static int beforeAdverbialClause(ParsedSentence s, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            String form = s.form(at);
            if (s.tag(at + 1) == PosTag.VBG
                    && (form.equals("while") || form.equals("when") || form.equals("after") || form.equals("before"))) {
                return NounPhraseSpans.isPunctuation(s, at - 1) ? at - 2 : at - 1;
            }
        }
        return to;
    }

    private static boolean isBarePronoun(ParsedSentence s, int object) {
        return s.tag(object) == PosTag.PRP && s.left(object) == s.right(object);
    }

    private static int asInside(ParsedSentence s, int object) {
        for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
            if (child > object
                    && s.relation(child) == NMOD
                    && s.form(s.left(child)).equalsIgnoreCase("as")) {
                return child;
            }
        }
        return -1;
    }

    /** The infinitive after an object, in the same clause, wherever the parser attached it; -1 for none. */
    private static int infinitiveBehind(ParsedSentence s, int object, int end) {
        for (int at = object + 1; at < end; at++) {
            if (s.tag(at).isFinite() || s.form(at).equals(",") || s.form(at).equals(";")) {
                return -1;
            }
            if (s.tag(at) == PosTag.TO && s.tag(at + 1) == PosTag.VB) {
                return at + 1;
            }
        }
        return -1;
    }

    /**
     * The head of an infinitive that the parser attached to a verb or its object as another kind of clause; -1 for
     * none.
     */
    static int infinitive(ParsedSentence s, int v, int on) {
        for (int child = s.firstChild(on); child >= 0; child = s.nextSibling(child)) {
            boolean clausal = s.relation(child) == ADVCL
                    || s.relation(child) == ACL
                    || s.relation(child) == CCOMP
                    || s.relation(child) == XCOMP;
            if (child > on && child > v && clausal && s.form(s.left(child)).equals("to")) {
                return child;
            }
        }
        return -1;
    }
}
