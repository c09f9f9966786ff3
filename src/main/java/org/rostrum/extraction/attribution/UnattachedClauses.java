package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;

import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/** Finds by the words where a clause begins that the parser did not attach to its verb of saying. */
final class UnattachedClauses {

    private UnattachedClauses() {}

    /** The conjunction "that" soon after a verb, which begins the content; -1 for none. */
    static int that(ParsedSentence s, int v) {
        for (int at = v + 1; at < Math.min(s.size() - 1, v + 14); at++) {
            if (s.form(at).equals("that")
                    && (s.tag(at) == PosTag.IN
                            || s.tag(at) == PosTag.WDT
                            || at == v + 1
                            || s.tag(at + 1) == PosTag.PRP
                            || s.tag(at + 1).isName())) {
                // A conjunction is enough where the tagger took the verb for a noun: "that the base closes".
                boolean clause = s.relation(at) == DependencyRelation.MARK
                        || s.tag(at + 1) == PosTag.DT
                        || s.tag(at + 1) == PosTag.PRPS
                        || s.hasFinite(at + 1, s.size() - 1);
                return at + 2 < s.size() && !s.tag(at + 1).isFinite() && clause ? at : -1;
            }
            if (s.tag(at).isFinite() || s.form(at).equals(",") && at > v + 6) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * The first of the words after a verb of saying that takes no object, where they contain a verb that the parser did
     * not attach as a clause; -1 for none.
     */
    static int rest(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
        if (!entry.says()
                || subject < 0
                || subject > v
                || entry.type() != CueLexiconEntry.Type.SPEECH
                || entry.mostly(CueLexiconEntry.NOUN)
                || s.right(v) <= v + 2) {
            return -1;
        }
        int from = v + 1;
        while (from < s.right(v)
                && "“\"‘".indexOf(s.form(from).charAt(0)) < 0
                && (s.head(from) != v && s.tag(from) != PosTag.DT || NounPhraseSpans.isPunctuation(s, from))) {
            if (s.form(from).equals(",")) {
                return -1;
            }
            from++;
        }
        int object = s.child(v, OBJ);
        if (object > v && s.left(object) <= from + 2) {
            from = s.left(object);
        }
        while (from < s.right(v) && TimeExpressionResolver.isDay(s.form(from))) {
            from++;
        }
        int comma = from;
        while (comma < s.right(v) && !s.form(comma).equals(",") && s.tag(comma) != PosTag.CC) {
            comma++;
        }
        boolean verb = s.hasFinite(from, comma) || isAsked(s) && s.size() - from > 3 || hasVerb(s, from, comma);
        return verb && from - v < 4 ? from : -1;
    }

    /**
     * The first token of a clause with the noun phrase before it that the parser took for an object of the verb: "said
     * two soldiers | were wounded".
     */
    static int withObject(ParsedSentence s, int v, int first) {
        int object = s.child(v, OBJ);
        boolean phrase = object > v && object < first && s.left(object) == v + 1;
        for (int at = v + 1; phrase && at < first; at++) {
            phrase = !NounPhraseSpans.isPunctuation(s, at);
        }
        return phrase && s.tag(first).isFinite() ? v + 1 : first;
    }

    /**
     * "Asked about the truce, she said", "According to the file, she said": a sentence that begins with somebody else's
     * question or with where the words are from.
     */
    static boolean isAsked(ParsedSentence s) {
        if (AccordingToExtractor.isAt(s, 0)) {
            return true;
        }
        for (int at = 0; at < Math.min(s.size(), 3); at++) {
            if (s.form(at).equalsIgnoreCase("asked")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasVerb(ParsedSentence s, int from, int to) {
        for (int at = from; at <= to; at++) {
            if (s.tag(at) == PosTag.VB || s.tag(at) == PosTag.VBN) {
                return true;
            }
        }
        return false;
    }
}
