package org.rostrum.extraction.phrase;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.APPOS;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CC;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.PARATAXIS;
import static org.rostrum.extraction.syntax.DependencyRelation.PUNCT;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/** The extents of phrases in a sentence, by its parse tree, as spans in UTF-16 code units of the text. */
public final class NounPhraseSpans {

    private NounPhraseSpans() {}

    /** The head of the first noun phrase that begins at a token or after its determiners and modifiers; -1 for none. */
    public static int firstNoun(ParsedSentence s, int from) {
        for (int at = from; at < s.size(); at++) {
            PosTag tag = s.tag(at);
            if (tag.isNoun() && !TimeExpressionResolver.isDay(s.form(at))
                    || tag == PosTag.PRP
                    || tag == PosTag.CD && at == from) {
                int head = at;
                for (int up = s.head(head);
                        up >= from && s.tag(up).isNoun() && s.left(up) >= from && !hasFullStopBetween(s, head, up);
                        up = s.head(head)) {
                    head = up;
                }
                return head;
            }
            boolean before = tag == PosTag.DT
                    || tag == PosTag.JJ
                    || tag == PosTag.PRPS
                    || tag == PosTag.CD
                    || tag == PosTag.JJS
                    || tag == PosTag.JJR
                    || isPunctuation(s, at)
                    || tag == PosTag.VBN
                    || tag == PosTag.VBG
                    || tag == PosTag.RB;
            if (!before) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean hasFullStopBetween(ParsedSentence s, int one, int other) {
        for (int at = Math.min(one, other) + 1; at < Math.max(one, other); at++) {
            if (s.form(at).equals(".")) {
                return true;
            }
        }
        return false;
    }

    /** A noun's phrase with titles and appositives, without the clauses that depend on it. */
    public static CharSpan noun(ParsedSentence s, int head) {
        int lo = head;
        for (int child = s.firstChild(head); child >= 0 && child < head; child = s.nextSibling(child)) {
            DependencyRelation relation = s.relation(child);
            if (relation != CASE
                    && relation != PUNCT
                    && relation != CC
                    && relation != DependencyRelation.MARK
                    && relation != ADVCL
                    && relation != COP
                    && relation != NSUBJ
                    && relation != AUX
                    && relation != DependencyRelation.DISCOURSE
                    && relation != PARATAXIS
                    && s.left(child) < lo
                    && !(relation == DependencyRelation.ADVMOD
                            && child == s.left(child)
                            && s.tag(child) == PosTag.RB
                            && s.tag(head).isName())) {
                lo = Math.min(lo, s.left(child));
            }
        }
        while (lo < head && s.tag(lo) == PosTag.IN && s.relation(lo) == CASE) {
            lo++;
        }
        lo = withPrecedingNouns(s, lo);
        int hi = head;
        for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
            if (child < head) {
                continue;
            }
            DependencyRelation relation = s.relation(child);
            if (relation == PUNCT
                    && !s.form(child).equals("’")
                    && !s.form(child).equals("'")) {
                continue;
            }
            int first = isPunctuation(s, s.left(child)) ? s.left(child) + 1 : s.left(child);
            if (first > head
                    && first < s.size()
                    && s.tag(first) == PosTag.IN
                    && s.form(first - 1).equals(",")) {
                // "Ghani, at a rally, said"
                break;
            }
            boolean clause = relation == RELCL
                    || relation == ADVCL
                    || relation == PARATAXIS
                    || relation == CCOMP
                    || relation == DependencyRelation.DEP
                    || relation == COP
                    || relation == DependencyRelation.CSUBJ
                    || relation == NSUBJ
                    || relation == AUX
                    || relation == DependencyRelation.OBL
                    || relation == XCOMP
                    || relation == DependencyRelation.ADVMOD
                    || relation == CASE && s.tag(child) != PosTag.POS && s.tag(child) != PosTag.IN
                    || TimeExpressionResolver.isDay(s.form(child)) && s.left(child) < child
                    || relation == ACL && s.left(child) > hi + 1
                    || relation == CONJ && s.tag(child).isVerb();
            if (clause) {
                break;
            }
            if (relation == CASE) {
                continue;
            }
            hi = s.right(child);
            if (relation == APPOS) {
                hi = Math.max(child, lastOf(s, child));
            }
        }
        for (int at = lo + 1; at <= hi; at++) {
            if (at > head && s.tag(at).isFinite() || s.form(at).equals(".")) {
                hi = at - 1;
            }
        }
        while (hi + 1 < s.size() && s.tag(hi).isName() && s.tag(hi + 1).isName()) {
            hi++;
        }
        return span(s, lo, hi);
    }

    /**
     * Where a phrase begins with the nouns right before it and their possessor, wherever the parser attaches them:
     * "Finland's foreign | ministry".
     */
    private static int withPrecedingNouns(ParsedSentence s, int from) {
        int lo = from;
        while (lo > 0 && s.tag(lo).isNoun()) {
            PosTag before = s.tag(lo - 1);
            boolean part = before.isNoun()
                    || before == PosTag.JJ
                    || before == PosTag.POS && lo > 1 && s.tag(lo - 2).isName();
            if (!part
                    || TimeExpressionResolver.isDay(s.form(lo - 1))
                    || s.relation(lo - 1) == NSUBJ && before != PosTag.POS
                    || s.tag(lo - 1) == PosTag.JJ && s.head(lo - 1) < lo - 1) {
                return lo;
            }
            lo = before == PosTag.POS ? lo - 2 : lo - 1;
        }
        return lo;
    }

    private static int lastOf(ParsedSentence s, int head) {
        int hi = s.right(head);
        for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
            if (child > head
                    && (s.relation(child) == RELCL || s.relation(child) == PARATAXIS || s.relation(child) == ADVCL)) {
                return Math.max(head, s.left(child) - 1);
            }
        }
        return hi;
    }

    /**
     * From one token to another, inclusive, without the punctuation at either end; quotation marks and brackets that
     * belong together stay.
     */
    public static CharSpan span(ParsedSentence s, int from, int to) {
        int lo = from;
        int hi = to;
        while (lo < hi && isTrimmable(s, lo) && !opens(s, lo)) {
            lo++;
        }
        while (hi > lo && isTrimmable(s, hi) && !closes(s, lo, hi)) {
            hi--;
        }
        return new CharSpan(s.start(lo), s.end(hi));
    }

    private static boolean isTrimmable(ParsedSentence s, int word) {
        char c = s.form(word).charAt(0);
        return !Character.isLetterOrDigit(c)
                && c != '$'
                && c != '#'
                && c != '@'
                && c != '£'
                && c != '€'
                && !Character.isSurrogate(c);
    }

    private static boolean opens(ParsedSentence s, int word) {
        return "“\"«‘([".indexOf(s.form(word).charAt(0)) >= 0
                || s.form(word).equals("''")
                || s.form(word).equals("``");
    }

    /** Whether a token closes what was opened inside of the span. */
    private static boolean closes(ParsedSentence s, int from, int word) {
        char c = s.form(word).charAt(0);
        char opening =
                switch (c) {
                    case ')' -> '(';
                    case ']' -> '[';
                    case '”' -> '“';
                    case '»' -> '«';
                    case '’' -> '‘';
                    default -> c == '"' || s.form(word).equals("''") ? c : 0;
                };
        if (opening == 0) {
            return false;
        }
        for (int at = word - 1; at >= from; at--) {
            char d = s.form(at).charAt(0);
            if (d == opening || c == '”' && d == '"') {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is punctuation; false for indexes outside of the sentence. */
    public static boolean isPunctuation(ParsedSentence s, int word) {
        if (word < 0 || word >= s.size()) {
            return false;
        }
        return s.relation(word) == PUNCT || s.tag(word).isPunctuation();
    }
}
