package org.rostrum.extraction.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.sentence.SentenceSplitter;
import org.rostrum.extraction.sentence.SentenceSplitter.Placed;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/**
 * Attributes the quotations that are utterances of their own: by a cue after them, by a cue before them, or as the
 * continuation of the quotation before. It keeps state between the passages of an article, so each article needs its
 * own instance.
 */
final class QuoteAttributor {

    /** The most tokens between a cue and the quotation after it. */
    private static final int MAX_LEAD_DISTANCE = 30;
    /** How many attributions of a passage are searched for its last speaker. */
    private static final int MAX_COMPARED = 20;
    /** The most parts of one attribution: further continuations are dropped. */
    static final int MAX_PARTS = 200;

    /** The pattern of a quotation that is attributed to whom the words before it name, beside what they report. */
    static final String CONTINUED = "quote.paragraph";

    private final QuoteCueFinder cues;
    /** The passage before the current one; null for the first. */
    private @Nullable SentenceSplitter previous;
    /** The attribution of the last quotation in the current paragraph, and its position; null for none. */
    private @Nullable AttributionBuilder current;

    private int currentSentence;
    private int currentBefore;
    /** The attribution of the last quotation so far; null before the first. */
    private @Nullable AttributionBuilder last;

    private int lastPassage = -1;
    private boolean continues;
    /** The last attribution of the passage before the current one that names a source; null for none. */
    private @Nullable AttributionBuilder lastNamed;

    QuoteAttributor(Lexicon lexicon) {
        this.cues = new QuoteCueFinder(lexicon);
    }

    /**
     * The new attributions of a passage's quotations; quotations that continue an earlier attribution are added to
     * that. Passages must be read in the text's order.
     *
     * @param number the passage's number
     * @param passage the passage
     * @param indirect the attributions by other cues in the passage's sentences
     * @param quotationFollows whether the next passage begins with a quotation
     */
    List<AttributionBuilder> read(
            int number,
            SentenceSplitter passage,
            Map<ParsedSentence, List<AttributionBuilder>> indirect,
            boolean quotationFollows) {
        List<AttributionBuilder> found = new ArrayList<>();
        current = null;
        for (int i = 0; i < passage.placed.size(); i++) {
            Placed placed = passage.placed.get(i);
            boolean another =
                    i + 1 < passage.placed.size() && passage.placed.get(i + 1).sentence() == placed.sentence();
            int end = another
                    ? passage.placed.get(i + 1).before()
                    : passage.sentences.get(placed.sentence()).size();
            CharSpan span =
                    new CharSpan(placed.quotation().start(), placed.quotation().end());
            AttributionBuilder attributed = own(number, passage, placed, end, indirect, span);
            if (attributed != null) {
                found.add(attributed);
            } else {
                attributed = earlier(number, passage, placed, indirect, span);
                if (attributed == null) {
                    continue;
                }
                if (attributed.content.size() < MAX_PARTS) {
                    attributed.content.add(span);
                }
            }
            attributed.quoted = true;
            current = attributed;
            currentSentence = placed.sentence();
            currentBefore = placed.before();
            last = attributed;
            lastPassage = number;
            continues = (placed.quotation().goesOn() || quotationFollows) && attributed.content.size() < MAX_PARTS;
        }
        if (current == null) {
            continues = false;
        }
        previous = passage;
        lastNamed = lastNamed(
                Stream.concat(found.stream(), indirect.values().stream().flatMap(List::stream))
                        .sorted(Comparator.comparingInt((AttributionBuilder attribution) -> attribution.cue.start())
                                .reversed())
                        .limit(MAX_COMPARED)
                        .toList());
        return found;
    }

    /** The first attribution that names a source and is in no other's content; null for none. */
    private static @Nullable AttributionBuilder lastNamed(List<AttributionBuilder> attributions) {
        for (AttributionBuilder attribution : attributions) {
            boolean nested =
                    attributions.stream().anyMatch(other -> other != attribution && other.covers(attribution.cue));
            if (attribution.source != null && !nested) {
                return attribution;
            }
        }
        return null;
    }

    /** Passes over a passage that attributes nothing: what follows it does not continue what was before it. */
    void skip() {
        previous = null;
        current = null;
        last = null;
        lastNamed = null;
        continues = false;
    }

    /** The attribution that the next passage may add to; null for none. */
    @Nullable
    AttributionBuilder open() {
        return continues ? last : null;
    }

    /** The attribution by a cue of the quotation's own; null where it has none. */
    private @Nullable AttributionBuilder own(
            int number,
            SentenceSplitter passage,
            Placed placed,
            int end,
            Map<ParsedSentence, List<AttributionBuilder>> indirect,
            CharSpan span) {
        ParsedSentence s = passage.sentences.get(placed.sentence());
        if (current != null && currentSentence == placed.sentence()) {
            int cue = cues.lead(
                    s, Math.max(currentBefore, current.sentence == s ? current.word + 1 : 0), placed.before());
            return cue < 0 ? null : cues.attribution(number, s, cue, span, "quote.second");
        }
        if (s.size() == 0) {
            AttributionBuilder led = led(number, passage, placed, span);
            AttributionBuilder said = led != null ? led : said(number, passage, placed, span, indirect);
            AttributionBuilder signed = said != null ? said : signed(number, passage, placed, span);
            if (signed == null && current == null) {
                signed = behind(number, passage, placed, span, indirect);
            }
            return signed != null ? signed : paragraph(number, passage, placed, span);
        }
        if (QuoteCueFinder.countWords(s, 0, placed.before()) == 0) {
            return cues.after(number, s, placed.before(), end, span);
        }
        if (joined(s, placed, indirect) != null) {
            return null;
        }
        int cue = cues.lead(s, 0, placed.before());
        if (cue < 0
                && AccordingToExtractor.isAt(s, 0)
                && s.form(placed.before() - 1).equals(",")) {
            return QuoteCueFinder.accordingTo(number, s, 0, span);
        }
        if (cue >= 0 && placed.before() - cue <= MAX_LEAD_DISTANCE) {
            return cues.attribution(number, s, cue, span, "quote.lead");
        }
        AttributionBuilder named = cues.colon(number, s, placed.before(), span);
        return named != null ? named : cues.after(number, s, placed.before(), end, span);
    }

    /** The earlier attribution that a quotation continues; null where there is none. */
    private @Nullable AttributionBuilder earlier(
            int number,
            SentenceSplitter passage,
            Placed placed,
            Map<ParsedSentence, List<AttributionBuilder>> indirect,
            CharSpan span) {
        ParsedSentence s = passage.sentences.get(placed.sentence());
        if (current != null
                && currentSentence >= placed.sentence() - 1
                && (currentSentence == placed.sentence() || QuoteCueFinder.countWords(s, 0, placed.before()) == 0)) {
            return current;
        }
        return QuoteCueFinder.countWords(s, 0, placed.before()) > 0
                ? joined(s, placed, indirect)
                : before(number, passage, placed, indirect, span);
    }

    /**
     * The indirect speech that ends right before a quotation, with no more than a comma between: both are one
     * statement.
     */
    private static @Nullable AttributionBuilder joined(
            ParsedSentence s, Placed placed, Map<ParsedSentence, List<AttributionBuilder>> indirect) {
        int last = placed.before() - 1;
        boolean comma = s.form(last).equals(",");
        int end = s.end(comma && last > 0 ? last - 1 : last);
        for (AttributionBuilder attribution : indirect.getOrDefault(s, List.of())) {
            boolean said = !AccordingToExtractor.isAt(attribution.sentence, attribution.word);
            if (said && attribution.end() == end) {
                return attribution;
            }
        }
        return null;
    }

    /**
     * "The minister said he was worried. “…”": the attribution to the speaker of the sentence before; null for none.
     */
    private static @Nullable AttributionBuilder behind(
            int number,
            SentenceSplitter passage,
            Placed placed,
            CharSpan span,
            Map<ParsedSentence, List<AttributionBuilder>> indirect) {
        if (placed.sentence() == 0) {
            return null;
        }
        List<AttributionBuilder> before =
                indirect.getOrDefault(passage.sentences.get(placed.sentence() - 1), List.of());
        AttributionBuilder named = before.stream()
                .filter(other -> other.source != null
                        && other.entry != null
                        && other.entry.says()
                        && before.stream().noneMatch(outer -> outer != other && outer.covers(other.cue)))
                .reduce((one, other) -> other)
                .orElse(null);
        return named == null ? null : continuing(number, named, span);
    }

    private static AttributionBuilder continuing(int number, AttributionBuilder named, CharSpan span) {
        AttributionBuilder attribution = new AttributionBuilder(
                number, named.sentence, named.word, named.entry, CONTINUED, named.cue, List.of(span));
        attribution.source = named.source;
        attribution.sourceHead = named.sourceHead;
        return attribution;
    }

    /** "“….” The minister said.": the attribution by a next sentence that says nothing itself; null for none. */
    private @Nullable AttributionBuilder said(
            int number,
            SentenceSplitter passage,
            Placed placed,
            CharSpan span,
            Map<ParsedSentence, List<AttributionBuilder>> indirect) {
        if (placed.sentence() + 1 >= passage.sentences.size()) {
            return null;
        }
        ParsedSentence next = passage.sentences.get(placed.sentence() + 1);
        int verb = verbWithoutContent(next);
        boolean says =
                verb > 0 && indirect.getOrDefault(next, List.of()).stream().noneMatch(other -> other.word == verb);
        return says ? cues.attribution(number, next, verb, span, "quote.behind") : null;
    }

    /** The first finite verb of a sentence where it attributes, and what follows it is no content; -1 for others. */
    private int verbWithoutContent(ParsedSentence s) {
        int verb = 1;
        while (verb < s.size() && !s.tag(verb).isFinite()) {
            verb++;
        }
        if (verb + 1 >= s.size() || cues.lead(s, verb, verb + 1) != verb) {
            return -1;
        }
        PosTag behind = s.tag(verb + 1);
        boolean circumstance = behind == PosTag.IN && !s.form(verb + 1).equals("that") || behind == PosTag.RB;
        return circumstance || NounPhraseSpans.isPunctuation(s, verb + 1) ? verb : -1;
    }

    /** The attribution to a name after a dash in the sentence after the quotation; null for none. */
    private @Nullable AttributionBuilder signed(int number, SentenceSplitter passage, Placed placed, CharSpan span) {
        if (placed.sentence() + 1 < passage.sentences.size()) {
            return QuoteCueFinder.signature(number, passage.sentences.get(placed.sentence() + 1), 0, span);
        }
        return null;
    }

    /**
     * The attribution of a quotation that fills its paragraph to the last speaker of the paragraph before; null where
     * that names none, or where the quotation is another part of an attribution that is still open.
     */
    private @Nullable AttributionBuilder paragraph(int number, SentenceSplitter passage, Placed placed, CharSpan span) {
        AttributionBuilder named = lastNamed;
        boolean fills = placed.sentence() == 0 && passage.sentences.stream().allMatch(s -> s.size() == 0);
        if (named == null || named.passage != number - 1 || !fills || continues && lastPassage == number - 1) {
            return null;
        }
        return continuing(number - 1, named, span);
    }

    /** The attribution by a sentence before the quotation's own that ends with a colon or a comma; null for none. */
    private @Nullable AttributionBuilder led(int number, SentenceSplitter passage, Placed placed, CharSpan span) {
        int at = number;
        SentenceSplitter there = passage;
        int sentence = placed.sentence() - 1;
        if (sentence < 0) {
            if (previous == null) {
                return null;
            }
            at = number - 1;
            there = previous;
            sentence = there.sentences.size() - 1;
        }
        ParsedSentence before = there.sentences.get(sentence);
        String end = before.size() == 0 ? "" : before.form(before.size() - 1);
        if (!end.equals(":") && !end.equals(",")) {
            return null;
        }
        int cue = cues.lead(before, 0, before.size());
        return cue >= 0
                ? cues.attribution(at, before, cue, span, "quote.led")
                : cues.colon(at, before, before.size(), span);
    }

    /**
     * The attribution of the sentence before, or of the paragraph before where its quotation continues; null for none.
     */
    private @Nullable AttributionBuilder before(
            int number,
            SentenceSplitter passage,
            Placed placed,
            Map<ParsedSentence, List<AttributionBuilder>> indirect,
            CharSpan span) {
        if (placed.sentence() > 0) {
            ParsedSentence sentence = passage.sentences.get(placed.sentence() - 1);
            AttributionBuilder near = null;
            for (AttributionBuilder attribution : indirect.getOrDefault(sentence, List.of())) {
                if (attribution.end() < span.start() && isQuoting(passage, attribution)) {
                    near = attribution;
                }
            }
            return near;
        }
        if (last != null && lastPassage == number - 1 && continues) {
            return last;
        }
        return null;
    }

    /** Whether an attribution's content contains quoted words. */
    private static boolean isQuoting(SentenceSplitter passage, AttributionBuilder attribution) {
        return !passage.quotationsIn(attribution.start(), attribution.end()).isEmpty();
    }
}
