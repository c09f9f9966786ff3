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

    private final Lexicon lexicon;
    private final VerbFrameMatcher frames;

    CueAttributionExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.frames = new VerbFrameMatcher(new ContentClauseFinder(lexicon));
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
        return attributions;
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
        AttributionBuilder attribution = attribution(passage, s, v, entry, new CueMatch(content, subject));
        if (attribution != null && content.frame() != CueLexiconEntry.NOUN) {
            attribution.addressee = AddresseeFinder.addressee(s, v, entry, attribution.sourceHead);
        }
        return attribution;
    }

    private @Nullable AttributionBuilder attribution(
            int passage, ParsedSentence s, int word, CueLexiconEntry entry, @Nullable CueMatch match) {
        if (match == null) {
            return null;
        }
        ContentRange content = match.content();
        int source = match.source();
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
        if (source >= 0 && isReader(s, source)
                || content.frame() == CueLexiconEntry.NOUN && isPurpose(s, word, source)) {
            return null;
        }
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
            attribution.name(NounPhraseSpans.noun(s, source), source);
        }
        return attribution;
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
