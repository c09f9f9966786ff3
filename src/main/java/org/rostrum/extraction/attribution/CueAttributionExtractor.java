package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.FIXED;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.PRT;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.CueLexiconEntry.Word;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/** Extracts the attributions of one sentence: for each cue, the content and the source that its lexicon entry's frames find. */
final class CueAttributionExtractor {

    private final Lexicon lexicon;
    private final VerbFrameMatcher frames;

    CueAttributionExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = new VerbFrameMatcher(new ContentClauseFinder(lexicon));
    }

    /** The attributions of a sentence, at most one for each cue. */
    List<AttributionBuilder> read(int passage, ParsedSentence s) {
        List<AttributionBuilder> found = new ArrayList<>();
        for (int word = 0; word < s.size(); word++) {
            AttributionBuilder finding = read(passage, s, word);
            if (finding != null) {
                found.add(finding);
            }
        }
        return found;
    }

    private @Nullable AttributionBuilder read(int passage, ParsedSentence s, int word) {
        String form = s.form(word);
        if (AccordingToExtractor.isAt(s, word)) {
            return AccordingToExtractor.read(passage, s, word);
        }
        PosTag tag = s.tag(word);
        if (tag.isVerb()) {
            CueLexiconEntry entry = lexicon.verb(form);
            return entry == null ? null : verb(passage, s, word, entry);
        }
        if (tag == PosTag.NN || tag == PosTag.NNS) {
            CueLexiconEntry entry = lexicon.noun(form);
            return entry == null ? null : noun(passage, s, word, entry);
        }
        if (tag == PosTag.JJ || tag == PosTag.VBN) {
            CueLexiconEntry entry = lexicon.adjective(form);
            return entry == null ? null : adjective(passage, s, word, entry);
        }
        return null;
    }

    private @Nullable AttributionBuilder verb(int passage, ParsedSentence s, int v, CueLexiconEntry entry) {
        DependencyRelation relation = s.relation(v);
        if (relation == DependencyRelation.AMOD && !s.tag(v).isFinite()
                || relation == DependencyRelation.COMPOUND
                || relation == CASE
                || relation == MARK
                || relation == AUX
                || relation == FIXED) {
            return null;
        }
        if (SubjectFinder.isPassive(s, v)) {
            return passive(passage, s, v, entry);
        }
        int subject = SubjectFinder.subject(s, v);
        ContentRange content = frames.content(s, v, entry, subject);
        if (content == null) {
            return null;
        }
        if (subject < 0
                && (content.frame() == CueLexiconEntry.CLAUSE || content.frame() == CueLexiconEntry.QUOTATION)) {
            subject = SubjectFinder.objectAfter(s, v);
        }
        if (subject < 0) {
            subject = SubjectFinder.before(s, v);
        }
        if (subject < 0 && content.where().equals("aside")) {
            subject = NounPhraseSpans.firstNoun(s, v + 1);
        }
        AttributionBuilder finding = finding(passage, s, v, entry, content, subject);
        if (finding != null && content.frame() != CueLexiconEntry.NOUN) {
            finding.addressee = AddresseeFinder.addressee(s, v, entry, finding.sourceHead);
        }
        return finding;
    }

    private @Nullable AttributionBuilder passive(int passage, ParsedSentence s, int v, CueLexiconEntry entry) {
        int told = s.child(v, NSUBJPASS);
        int agent = s.child(v, AGENT);
        ContentRange content = null;
        int open = s.child(v, XCOMP);
        int clause = s.child(v, CCOMP);
        int source = agent;
        if (entry.lemma().equals("quote") || entry.lemma().equals("cite")) {
            source = told;
            if (clause < 0) {
                clause = inAs(s, v);
            }
            if (clause > v) {
                int first = ContentClauseFinder.firstContentToken(s, v, clause);
                boolean saying =
                        first + 1 < s.right(clause) && s.form(first).equals("as") && s.tag(first + 1) == PosTag.VBG;
                content =
                        ContentRange.of(CueLexiconEntry.CLAUSE, "quoted", saying ? first + 2 : first, s.right(clause));
            }
        } else if (clause > v && entry.has(CueLexiconEntry.CLAUSE)) {
            content = ContentRange.of(
                    CueLexiconEntry.CLAUSE,
                    "passive",
                    ContentClauseFinder.firstContentToken(s, v, clause),
                    s.right(clause));
            source = told >= 0 && !s.form(told).equalsIgnoreCase("it") ? told : agent;
            if (entry.lemma().equals("tell")
                    || entry.lemma().equals("inform")
                    || entry.lemma().equals("warn")
                    || entry.lemma().equals("ask")) {
                source = agent;
            }
        } else if (open > v
                && told >= 0
                && (entry.has(CueLexiconEntry.CLAUSE)
                        || entry.has(CueLexiconEntry.OBJECT_INFINITIVE)
                        || entry.has(CueLexiconEntry.INFINITIVE))) {
            content = new ContentRange(
                    CueLexiconEntry.INFINITIVE,
                    "passive",
                    List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(open), s.right(open)}));
        } else if (told >= 0 && entry.has(CueLexiconEntry.AS)) {
            int as = inAs(s, v);
            if (as > v) {
                content = new ContentRange(
                        CueLexiconEntry.AS,
                        "passive",
                        List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(as) + 1, s.right(as)}));
            }
        } else if (told >= 0 && entry.has(CueLexiconEntry.PREPOSITION)) {
            int inner = PrepositionFrame.ofVerb(s, v, entry);
            if (inner >= 0 && s.left(inner) + 1 <= s.right(inner)) {
                content = ContentRange.of(CueLexiconEntry.PREPOSITION, "passive", s.left(inner) + 1, s.right(inner));
            }
        }
        if (content == null && told >= 0 && agent >= 0 && entry.has(CueLexiconEntry.NOUN)) {
            content = ContentRange.of(CueLexiconEntry.NOUN, "passive", s.left(told), s.right(told));
        }
        return content == null ? null : finding(passage, s, v, entry, content, source);
    }

    private static int inAs(ParsedSentence s, int v) {
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            if (child > v && s.form(s.left(child)).equalsIgnoreCase("as")) {
                return child;
            }
        }
        return -1;
    }

    private @Nullable AttributionBuilder noun(int passage, ParsedSentence s, int n, CueLexiconEntry entry) {
        ContentRange content = null;
        for (int child = s.firstChild(n); child >= 0 && content == null; child = s.nextSibling(child)) {
            if (child < n) {
                continue;
            }
            DependencyRelation relation = s.relation(child);
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if ((relation == CCOMP || relation == ACL || relation == RELCL)
                    && first.equals("that")
                    && entry.has(CueLexiconEntry.CLAUSE)
                    && hasOwnSubject(s, child)) {
                content = ContentRange.of(CueLexiconEntry.CLAUSE, "noun", s.left(child), s.right(child));
            } else if ((relation == ACL || relation == XCOMP || relation == CCOMP)
                    && first.equals("to")
                    && entry.has(CueLexiconEntry.INFINITIVE)) {
                content = ContentRange.of(CueLexiconEntry.INFINITIVE, "noun", s.left(child), s.right(child));
            } else if ((relation == ACL || relation == CCOMP)
                    && ContentClauseFinder.isQuestion(s, s.left(child))
                    && entry.has(CueLexiconEntry.QUESTION)) {
                content = ContentRange.of(CueLexiconEntry.QUESTION, "noun", s.left(child), s.right(child));
            }
        }
        if (content == null && entry.has(CueLexiconEntry.PREPOSITION)) {
            int told = PrepositionFrame.ofNoun(s, n, entry);
            if (told >= 0 && s.left(told) < s.right(told)) {
                content = ContentRange.of(CueLexiconEntry.PREPOSITION, "noun", s.left(told) + 1, s.right(told));
            }
        }
        if (content == null) {
            return null;
        }
        int source = s.child(n, POSS);
        String how = "own";
        if (source < 0) {
            source = by(s, n);
        }
        if (source < 0
                && s.relation(n) == OBJ
                && s.head(n) >= 0
                && s.tag(s.head(n)).isVerb()) {
            source = SubjectFinder.subject(s, s.head(n));
            how = "subject";
        }
        if (source < 0) {
            how = "nobody";
        }
        return finding(passage, s, n, entry, new ContentRange(content.frame(), "noun." + how, content.words()), source);
    }

    private static boolean hasOwnSubject(ParsedSentence s, int clause) {
        int subject = s.child(clause, NSUBJ) >= 0 ? s.child(clause, NSUBJ) : s.child(clause, NSUBJPASS);
        return subject >= 0 && !s.form(subject).equalsIgnoreCase("that");
    }

    private static int by(ParsedSentence s, int n) {
        for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if (child > n
                    && s.relation(child) == NMOD
                    && (first.equals("by") || first.equals("from") || first.equals("among"))) {
                return child;
            }
        }
        return -1;
    }

    private @Nullable AttributionBuilder adjective(int passage, ParsedSentence s, int a, CueLexiconEntry entry) {
        DependencyRelation relation = s.relation(a);
        if (s.child(a, COP) < 0
                && relation != XCOMP
                && relation != ACL
                && relation != CONJ
                && relation != ADVCL
                && s.child(a, AUXPASS) < 0) {
            return null;
        }
        int subject = s.child(a, NSUBJPASS) >= 0 ? s.child(a, NSUBJPASS) : SubjectFinder.subject(s, a);
        if (subject < 0 || s.form(subject).equalsIgnoreCase("it")) {
            return null;
        }
        for (int child = s.firstChild(a); child >= 0; child = s.nextSibling(child)) {
            if (child < a) {
                continue;
            }
            DependencyRelation on = s.relation(child);
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if (on == CCOMP && entry.has(CueLexiconEntry.CLAUSE)) {
                return finding(
                        passage,
                        s,
                        a,
                        entry,
                        ContentRange.of(CueLexiconEntry.CLAUSE, "adjective", s.left(child), s.right(child)),
                        subject);
            }
            if ((on == XCOMP || on == CCOMP || on == ADVCL)
                    && first.equals("to")
                    && entry.has(CueLexiconEntry.INFINITIVE)) {
                return finding(
                        passage,
                        s,
                        a,
                        entry,
                        ContentRange.of(CueLexiconEntry.INFINITIVE, "adjective", s.left(child), s.right(child)),
                        subject);
            }
            if ((on == OBL || on == ADVCL || on == CCOMP || on == AGENT)
                    && entry.prepositions().contains(first)
                    && entry.has(CueLexiconEntry.PREPOSITION)
                    && s.left(child) < s.right(child)) {
                return finding(
                        passage,
                        s,
                        a,
                        entry,
                        ContentRange.of(CueLexiconEntry.PREPOSITION, "adjective", s.left(child) + 1, s.right(child)),
                        subject);
            }
        }
        return null;
    }

    private @Nullable AttributionBuilder finding(
            int passage, ParsedSentence s, int word, CueLexiconEntry entry, ContentRange content, int source) {
        List<CharSpan> spans = new ArrayList<>();
        for (int[] words : content.words()) {
            int to = Math.min(words[1], s.size() - 1);
            if (words[0] <= to) {
                spans.add(NounPhraseSpans.span(s, words[0], to));
            }
        }
        spans.removeIf(span -> span.start() >= span.end());
        if (spans.isEmpty()) {
            return null;
        }
        spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
        boolean rare = entry.isRare(content.frame()) && !entry.mostly(content.frame());
        boolean thing = source >= 0
                && entry.type() != CueLexiconEntry.Type.EVIDENCE
                && s.tag(source) != PosTag.PRP
                && s.tag(source) != PosTag.CD
                && !s.tag(source).isName()
                && s.tag(source) != PosTag.WP
                && s.tag(source) != PosTag.PRPS
                && !lexicon.speaks(s.form(source));
        boolean bare = entry.kind() == Word.VERB
                && (s.tag(word) == PosTag.VB && s.child(word, AUX) < 0
                        || s.tag(word) == PosTag.VBG && s.child(word, AUX) < 0);
        String rule = entry.type().name().toLowerCase(Locale.ROOT) + "." + content.frame() + "." + content.where()
                + (rare ? ".rare" : "") + (thing ? ".thing" : "") + (bare ? ".bare" : "")
                + (modal(s, word) ? ".modal" : "");
        AttributionBuilder finding = new AttributionBuilder(passage, s, word, entry, rule, cue(s, word), spans);
        if (source >= 0) {
            finding.name(NounPhraseSpans.noun(s, source), source);
        }
        return finding;
    }

    /** Whether a cue has a modal verb, so that nothing may have been said: "may discuss", "would accept". */
    private static boolean modal(ParsedSentence s, int word) {
        for (int child = s.firstChild(word); child >= 0 && child < word; child = s.nextSibling(child)) {
            if (s.tag(child) == PosTag.MD) {
                return true;
            }
        }
        return false;
    }

    /** A cue with its auxiliaries and particles. */
    static CharSpan cue(ParsedSentence s, int word) {
        int lo = word;
        while (lo > 0
                && s.head(lo - 1) == word
                && (s.relation(lo - 1) == AUX
                        || s.relation(lo - 1) == AUXPASS
                        || s.relation(lo - 1) == COP
                        || s.relation(lo - 1) == ADVMOD
                        || s.tag(lo - 1) == PosTag.TO)) {
            lo--;
        }
        int hi = word;
        if (word + 1 < s.size() && s.relation(word + 1) == PRT) {
            hi++;
        }
        return new CharSpan(s.start(lo), s.end(hi));
    }
}
