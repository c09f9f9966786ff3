package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.FIXED;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.PRT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/**
 * Extracts the attributions of one sentence: for each cue, the content and the source that its lexicon entry's frames
 * find.
 */
final class CueAttributionExtractor {

    /** What may stand before "asked" at the beginning of a sentence: "When asked", "On being asked". */
    private static final Set<String> ASKED_AFTER = Set.of("when", "on", "being", "also", "if", "after", "while", "and");
    /** The beginnings of clauses that tell what somebody else says. */
    private static final Set<String> CONTRASTS = Set.of("while", "whereas", "though", "although");

    /** Nouns for times, which say nothing. */
    private static final Set<String> TIMES = Set.of(
            "night",
            "morning",
            "afternoon",
            "evening",
            "day",
            "week",
            "weekend",
            "month",
            "year",
            "yesterday",
            "today");

    private final Lexicon lexicon;
    private final VerbFrameMatcher frames;
    private final FrontedParticipleExtractor fronted;
    private final FinalSourceExtractor last;

    CueAttributionExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = new VerbFrameMatcher(lexicon);
        this.fronted = new FrontedParticipleExtractor(lexicon);
        this.last = new FinalSourceExtractor(lexicon);
    }

    /** The attributions of a sentence, at most one for each cue. */
    List<AttributionBuilder> read(int passage, ParsedSentence s) {
        List<AttributionBuilder> attributions = new ArrayList<>();
        for (int word = 0; word < s.size(); word++) {
            AttributionBuilder attribution = read(passage, s, word);
            if (attribution != null) {
                attributions.add(attribution);
            }
        }
        last.addTo(attributions, passage, s);
        fronted.addTo(attributions, passage, s);
        return attributions;
    }

    static boolean isInNounPhrase(ParsedSentence s, int at) {
        PosTag tag = s.tag(at);
        return tag.isNoun()
                || tag == PosTag.DT
                || tag == PosTag.JJ
                || tag == PosTag.CC
                || tag == PosTag.POS
                || tag == PosTag.PRPS
                || tag == PosTag.PRP
                || tag == PosTag.CD
                || tag == PosTag.IN && (s.form(at).equals("of") || s.form(at).equals("for"));
    }

    /** "Asked whether …, she said": the question of somebody else, to which the main clause is the answer. */
    private static boolean isAskedFirst(ParsedSentence s, int word) {
        String form = s.form(word).toLowerCase(Locale.ROOT);
        if (!form.equals("asked") && !form.equals("pressed") && !form.equals("questioned")) {
            return false;
        }
        int before = 0;
        while (before < word && ASKED_AFTER.contains(s.form(before).toLowerCase(Locale.ROOT))) {
            before++;
        }
        return before == word;
    }

    private @Nullable AttributionBuilder read(int passage, ParsedSentence s, int word) {
        String form = s.form(word);
        if (AccordingToExtractor.isAt(s, word)) {
            return AccordingToExtractor.read(passage, s, word);
        }
        PosTag tag = s.tag(word);
        if (tag.isVerb()) {
            CueLexiconEntry entry = lexicon.verb(form);
            if (entry != null) {
                return isAskedFirst(s, word) ? null : verb(passage, s, word, entry);
            }
        }
        if (tag == PosTag.NN || tag == PosTag.NNS) {
            CueLexiconEntry entry = lexicon.noun(form);
            return entry == null ? null : attribution(passage, s, word, entry, NounCueMatcher.match(s, word, entry));
        }
        if (tag == PosTag.JJ || tag == PosTag.VBN) {
            CueLexiconEntry entry = lexicon.adjective(form);
            return entry == null
                    ? null
                    : attribution(passage, s, word, entry, AdjectiveCueMatcher.match(s, word, entry));
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
            return attribution(passage, s, v, entry, PassiveCueMatcher.match(s, v, entry));
        }
        int subject = isFreeParticiple(s, v, entry) ? ofMainCue(s, v) : -1;
        if (subject < 0) {
            subject = SubjectFinder.subject(s, v);
        }
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
        AttributionBuilder attribution = attribution(passage, s, v, entry, new CueMatch(content, subject));
        if (attribution != null && content.frame() != CueLexiconEntry.NOUN) {
            attribution.addressee = AddresseeFinder.addressee(s, v, entry, attribution.sourceHead);
        }
        return attribution;
    }

    /** "…, adding that": the participle of a verb of saying after a comma, without a subject of its own. */
    private static boolean isFreeParticiple(ParsedSentence s, int v, CueLexiconEntry entry) {
        int before = v > 0 && s.tag(v - 1) == PosTag.RB ? v - 2 : v - 1;
        return s.tag(v) == PosTag.VBG
                && entry.type() == CueLexiconEntry.Type.SPEECH
                && before > 0
                && (s.form(before).equals(",") || NounPhraseSpans.isPunctuation(s, before))
                && s.child(v, DependencyRelation.NSUBJ) < 0;
    }

    /**
     * The subject of the verb of saying that a free participle goes on from, else of the main clause before it: not of
     * the clause to which the parser may attach the participle; -1 for none.
     */
    private int ofMainCue(ParsedSentence s, int participle) {
        for (int v = participle - 2; v >= 0; v--) {
            CueLexiconEntry entry = s.tag(v).isFinite() ? lexicon.verb(s.form(v)) : null;
            if (entry != null && entry.says()) {
                int subject = SubjectFinder.subject(s, v);
                if (subject < 0) {
                    subject = SubjectFinder.objectAfter(s, v);
                }
                boolean inverted = subject < 0 && (s.tag(v + 1).isName() || s.tag(v + 1) == PosTag.DT);
                return inverted ? NounPhraseSpans.firstNoun(s, v + 1) : subject;
            }
        }
        int root = participle;
        while (root >= 0 && s.relation(root) != DependencyRelation.ROOT) {
            root--;
        }
        return root >= 0 && s.tag(root).isVerb() ? SubjectFinder.subject(s, root) : -1;
    }

    private @Nullable AttributionBuilder attribution(
            int passage, ParsedSentence s, int word, CueLexiconEntry entry, @Nullable CueMatch match) {
        if (match == null) {
            return null;
        }
        ContentRange content = match.content();
        int source = match.source();
        // "A route called the “Middle Corridor”": a name.
        boolean named = content.frame() == CueLexiconEntry.COMPLEMENT
                && s.tag(word) == PosTag.VBN
                && s.relation(word) == DependencyRelation.ACL;
        if (named
                || source < 0 && !isReported(s, content)
                || source >= 0 && isReader(s, source)
                || content.frame() == CueLexiconEntry.NOUN && isPurpose(s, word, source)) {
            return null;
        }
        List<CharSpan> spans = new ArrayList<>();
        for (int[] words : content.words()) {
            int to = Math.min(words[1], s.size() - 1);
            if (content.frame() == CueLexiconEntry.CLAUSE && words[0] > word) {
                to = beforeContrast(s, words[0], to);
            }
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
        AttributionBuilder attribution = new AttributionBuilder(passage, s, word, entry, rule, cue(s, word), spans);
        if (source >= 0) {
            int head = besideTime(s, source);
            attribution.name(NounPhraseSpans.noun(s, head), head);
        }
        return attribution;
    }

    /** "Last night Khalid Mansour said": the name that the parser took for an apposition to the time. */
    private static int besideTime(ParsedSentence s, int source) {
        if (!TIMES.contains(s.form(source).toLowerCase(Locale.ROOT))) {
            return source;
        }
        int name = s.child(source, DependencyRelation.APPOS);
        return name > source && s.tag(name).isName() ? name : source;
    }

    /** Whether something is said though nobody is named: a clause, or words in quotation marks. */
    private static boolean isReported(ParsedSentence s, ContentRange content) {
        if (content.frame() == CueLexiconEntry.CLAUSE || content.frame() == CueLexiconEntry.QUESTION) {
            return true;
        }
        for (int[] words : content.words()) {
            for (int at = words[0]; at <= Math.min(words[1], s.size() - 1); at++) {
                if ("“\"‘«„".indexOf(s.form(at).charAt(0)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The last token before ", while the other side says …" and ", as did …"; {@code to} where there is neither. */
    private int beforeContrast(ParsedSentence s, int from, int to) {
        for (int at = from + 1; at + 2 <= to; at++) {
            boolean likewise = s.form(at).equals(",")
                    && s.form(at + 1).equals("as")
                    && (s.form(at + 2).equals("did")
                            || s.form(at + 2).equals("does")
                            || s.form(at + 2).equals("do"));
            if (likewise) {
                return at - 1;
            }
            if (s.form(at).equals(",") && CONTRASTS.contains(s.form(at + 1)) && hasFiniteCue(s, at + 2, to)) {
                return at - 1;
            }
        }
        return to;
    }

    private boolean hasFiniteCue(ParsedSentence s, int from, int to) {
        for (int at = from; at <= to; at++) {
            if (s.tag(at).isFinite() && lexicon.verb(s.form(at)) != null) {
                return true;
            }
        }
        return false;
    }

    /** "You": the reader, who states nothing. */
    private static boolean isReader(ParsedSentence s, int source) {
        String form = s.form(source);
        return form.equalsIgnoreCase("you") || form.equalsIgnoreCase("your");
    }

    /** "Met to discuss the plan", "an effort to address it": what is meant to be done, which is not said yet. */
    private static boolean isPurpose(ParsedSentence s, int word, int source) {
        return s.tag(word) == PosTag.VB
                && word > 0
                && s.tag(word - 1) == PosTag.TO
                && (source < 0 || !s.tag(source).isName() && s.tag(source) != PosTag.PRP || s.relation(word) == ADVCL);
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
