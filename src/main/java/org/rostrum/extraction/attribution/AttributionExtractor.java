package org.rostrum.extraction.attribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.document.Boilerplate;
import org.rostrum.extraction.document.Dateline;
import org.rostrum.extraction.document.HashedWordSet;
import org.rostrum.extraction.document.Monologue;
import org.rostrum.extraction.document.ParagraphSplitter;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.extraction.document.Transcript;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.quotation.Quotation;
import org.rostrum.extraction.quotation.QuotationDetector;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.sentence.SentenceSplitter;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.SyntaxAnalyzer;
import org.rostrum.extraction.syntax.Tokenizer;

/** Finds the attributions in a text, paragraph by paragraph, and drops those inside of the content of others. */
public final class AttributionExtractor {

    private final Lexicon lexicon = new Lexicon();
    private final Tokenizer tokenizer = new Tokenizer(lexicon.abbreviations());
    private final QuotationDetector quotations = new QuotationDetector(lexicon);
    private final CueAttributionExtractor cues = new CueAttributionExtractor(lexicon);
    private final SyntaxAnalyzer syntax = SyntaxAnalyzer.english();

    private final RulePrecisionTable confidences = new RulePrecisionTable();
    private final double least;

    /** @param least the least confidence of attributions that are reported, 0 to 1 */
    public AttributionExtractor(double least) {
        this.least = least;
    }

    /** The words that it knows. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** Receives sentences and attributions in the text's order, each as soon as it is final. */
    public interface Listener {

        /** A dateline was found before the next sentence; it has tokens only. */
        void dateline(ParsedSentence dateline);

        /** A sentence was analysed. */
        void sentence(int passage, ParsedSentence sentence);

        /**
         * An attribution is final.
         *
         * @param window the passages of its content, and others
         */
        void attribution(AttributionBuilder attribution, Window window);

        /** No later attribution refers to a passage. */
        void passed(SentenceSplitter passage);
    }

    /** The passages to which later attributions may refer. */
    public static final class Window {

        private final List<SentenceSplitter> passages = new ArrayList<>();
        private int first;

        /** The quotations in a part of the text, from a passage on. */
        public List<Quotation> quotations(int passage, int start, int end) {
            List<Quotation> found = new ArrayList<>();
            for (SentenceSplitter here : passages.subList(passage - first, passages.size())) {
                if (here.paragraph.start() >= end) {
                    break;
                }
                found.addAll(here.quotationsIn(start, end));
            }
            return found;
        }

        private void leave(Listener listener) {
            listener.passed(passages.remove(0));
            first++;
        }
    }

    /** Iterates over the passages of a text. */
    private final class Passages {

        private final String text;
        private final Transcript transcript;
        private final @Nullable Monologue monologue;
        private final ParagraphSplitter paragraphs;
        private @Nullable Paragraph following;
        /** The dateline of the last passage; null for none. */
        private @Nullable Paragraph dateline;

        Passages(String text, Transcript transcript, @Nullable Monologue monologue) {
            this.text = text;
            this.transcript = transcript;
            this.monologue = monologue;
            this.paragraphs = new ParagraphSplitter(text);
            this.following = paragraphs.next();
        }

        /** Whether the passage after the last one begins with a quotation. */
        boolean quotationFollows() {
            return following != null && QuotationDetector.opensParagraph(text, following.start());
        }

        /** The dateline of the last passage, as sentences; none where it has none. */
        List<ParsedSentence> dateline() {
            return dateline == null
                    ? List.of()
                    : SentenceSplitter.of(text, dateline, List.of(), lexicon, tokenizer).sentences;
        }

        /** Whether a paragraph reports what others say: it is neither spoken itself nor added by the page. */
        boolean isReported(Paragraph paragraph) {
            return !transcript.covers(paragraph)
                    && !(monologue != null && monologue.covers(paragraph))
                    && !Boilerplate.is(text, paragraph);
        }

        /** The attributions of a passage that is spoken itself: a turn or a paragraph of a monologue begins with it. */
        List<AttributionBuilder> spoken(int number, SentenceSplitter passage) {
            List<AttributionBuilder> attributions = new ArrayList<>();
            if (passage.sentences.isEmpty() || passage.sentences.get(0).size() == 0) {
                return attributions;
            }
            ParsedSentence first = passage.sentences.get(0);
            if (monologue != null && monologue.covers(passage.paragraph)) {
                attributions.add(TurnAttributor.attribution(number, first, monologue, passage.paragraph));
            }
            Transcript.Turn turn = transcript.at(passage.paragraph);
            if (turn != null) {
                TurnAttributor.attribution(number, text, first, turn).ifPresent(attributions::add);
            }
            return attributions;
        }

        /** The next one; null after the last. */
        @Nullable
        SentenceSplitter next() {
            Paragraph paragraph = following;
            if (paragraph == null) {
                return null;
            }
            following = paragraphs.next();
            if (transcript.isEmpty() && monologue == null) {
                int begin = Dateline.end(text, paragraph);
                dateline = begin == paragraph.start() ? null : new Paragraph(paragraph.start(), begin);
                paragraph = new Paragraph(begin, paragraph.end());
            }
            int next = following == null ? text.length() : following.start();
            return SentenceSplitter.of(
                    text, paragraph, quotations.of(text, paragraph.start(), paragraph.end(), next), lexicon, tokenizer);
        }
    }

    /**
     * Reads a text in two passes: for its names, then for its attributions. It keeps only a few passages in memory.
     *
     * @param headline the text's headline, which may tell whose words the text is; empty for none
     * @param stop asked for each passage and each sentence
     */
    public void read(String text, String headline, StopSignal stop, Listener listener) {
        Transcript transcript = Transcript.of(text, stop);
        Monologue monologue = transcript.isEmpty() ? Monologue.of(text, headline, lexicon::isPerson, stop) : null;
        Predicate<String> names = names(new Passages(text, transcript, monologue), stop);
        QuoteAttributor quoted = new QuoteAttributor(lexicon);
        Outermost outermost = new Outermost();
        Window window = new Window();
        Deque<List<AttributionBuilder>> waiting = new ArrayDeque<>();
        Passages passages = new Passages(text, transcript, monologue);
        int number = 0;
        for (SentenceSplitter passage = passages.next(); passage != null; passage = passages.next()) {
            passages.dateline().forEach(listener::dateline);
            window.passages.add(passage);
            waiting.add(read(number++, passage, passages, names, quoted, stop, listener));
            AttributionBuilder open = quoted.open();
            while (!waiting.isEmpty()
                    && (open == null || waiting.peek().stream().noneMatch(attribution -> attribution == open))) {
                settle(waiting.poll(), outermost, window, stop, listener);
                if (number - window.first - waiting.size() > 1) {
                    // The passage before the settled one is kept: its last sentence may introduce a quotation.
                    window.leave(listener);
                }
            }
        }
        for (List<AttributionBuilder> attributions : waiting) {
            settle(attributions, outermost, window, stop, listener);
        }
    }

    private List<AttributionBuilder> read(
            int number,
            SentenceSplitter passage,
            Passages passages,
            Predicate<String> names,
            QuoteAttributor quoted,
            StopSignal stop,
            Listener listener) {
        boolean attributes = passages.isReported(passage.paragraph);
        Map<ParsedSentence, List<AttributionBuilder>> bySentence = new LinkedHashMap<>();
        for (ParsedSentence sentence : passage.sentences) {
            stop.check();
            syntax.analyse(sentence, names, lexicon::quotes);
            listener.sentence(number, sentence);
            List<AttributionBuilder> here =
                    sentence.size() == 0 || !attributes ? List.of() : cues.read(number, sentence);
            here.forEach(attribution -> widen(attribution, passage));
            bySentence.put(sentence, new ArrayList<>(here));
        }
        stop.check();
        if (!attributes) {
            quoted.skip();
            return passages.spoken(number, passage);
        }
        List<AttributionBuilder> attributions = new ArrayList<>();
        for (AttributionBuilder direct : quoted.read(number, passage, bySentence, passages.quotationFollows())) {
            bySentence
                    .getOrDefault(direct.sentence, new ArrayList<>())
                    .removeIf(attribution ->
                            attribution.word == direct.word && !direct.rule.equals(QuoteAttributor.CONTINUED));
            attributions.add(direct);
        }
        bySentence.values().forEach(attributions::addAll);
        attributions.removeIf(attribution -> isOnlyAboutAnother(attribution, attributions));
        return attributions;
    }

    /** "“…,” he told reporters, according to a statement": what the document tells is that he said it. */
    private static boolean isOnlyAboutAnother(AttributionBuilder according, List<AttributionBuilder> attributions) {
        return AccordingToExtractor.isAt(according.sentence, according.word)
                && attributions.stream()
                        .anyMatch(other -> other != according
                                && other.sentence == according.sentence
                                && according.covers(other.cue)
                                && other.quoted);
    }

    private void settle(
            List<AttributionBuilder> attributions,
            Outermost outermost,
            Window window,
            StopSignal stop,
            Listener listener) {
        attributions.forEach(attribution -> attribution.confidence = confidences.of(attribution.rule));
        attributions.removeIf(attribution -> attribution.confidence < least);
        attributions.sort(Comparator.comparingInt(AttributionBuilder::start)
                .thenComparing(
                        Comparator.comparingInt(AttributionBuilder::length).reversed()));
        for (AttributionBuilder attribution : attributions) {
            stop.check();
            if (outermost.takes(attribution)) {
                if (attribution.entry != null) {
                    attribution.modality = CueModality.of(attribution.sentence, attribution.word);
                }
                listener.attribution(attribution, window);
            }
        }
    }

    /** Words that the text capitalises inside of sentences and never writes without a capital: its names. */
    private Predicate<String> names(Passages passages, StopSignal stop) {
        HashedWordSet capital = new HashedWordSet();
        HashedWordSet small = new HashedWordSet();
        for (SentenceSplitter passage = passages.next(); passage != null; passage = passages.next()) {
            stop.check();
            for (ParsedSentence sentence : passage.sentences) {
                boolean heading = isHeading(sentence);
                boolean inside = false;
                for (int i = 0; i < sentence.size(); i++) {
                    String form = sentence.form(i);
                    // After a word in lower case, or after a name that is.
                    inside = i > 0
                            && (Character.isLowerCase(sentence.form(i - 1).charAt(0))
                                    || inside
                                            && Character.isUpperCase(
                                                    sentence.form(i - 1).charAt(0)));
                    boolean named = inside
                            || i > 0
                                    && !heading
                                    && Character.isLetter(sentence.form(i - 1).charAt(0));
                    if (Character.isLowerCase(form.charAt(0))) {
                        small.add(form);
                    } else if (named
                            && form.length() > 2
                            && Character.isUpperCase(form.charAt(0))
                            && Character.isLowerCase(form.charAt(1))) {
                        capital.add(form);
                    }
                }
            }
        }
        return form -> capital.contains(form) && !small.contains(form, Character.toLowerCase(form.charAt(0)));
    }

    /** Whether a sentence is a heading, whose capitals are no evidence of names: it lacks final punctuation. */
    private static boolean isHeading(ParsedSentence sentence) {
        int last = sentence.size() - 1;
        while (last > 0 && "”\"’')".indexOf(sentence.form(last).charAt(0)) >= 0) {
            last--;
        }
        return last < 0 || ".!?,:".indexOf(sentence.form(last).charAt(0)) < 0;
    }

    /** Extends contents to the ends of quotations that they overlap. */
    private static void widen(AttributionBuilder attribution, SentenceSplitter passage) {
        for (Quotation quotation : passage.quotationsIn(attribution.start(), attribution.end())) {
            if (quotation.whole()) {
                continue;
            }
            CharSpan marks = new CharSpan(quotation.start(), quotation.end());
            for (int i = 0; i < attribution.content.size(); i++) {
                CharSpan part = attribution.content.get(i);
                if (part.touches(marks) && !attribution.cue.touches(marks)) {
                    attribution.content.set(
                            i, new CharSpan(Math.min(part.start(), marks.start()), Math.max(part.end(), marks.end())));
                }
            }
        }
        for (int i = attribution.content.size() - 1; i > 0; i--) {
            if (attribution.content.get(i - 1).end()
                    >= attribution.content.get(i).start()) {
                attribution.content.set(
                        i - 1,
                        new CharSpan(
                                attribution.content.get(i - 1).start(),
                                Math.max(
                                        attribution.content.get(i - 1).end(),
                                        attribution.content.get(i).end())));
                attribution.content.remove(i);
            }
        }
    }

    /**
     * Keeps the outermost of nested attributions, and one for each content. Attributions must be offered in the order
     * in which their contents begin.
     */
    private static final class Outermost {

        /** How many attributions before it an attribution is compared with. */
        private static final int COMPARED = 20;

        private final Deque<AttributionBuilder> kept = new ArrayDeque<>();

        boolean takes(AttributionBuilder attribution) {
            for (AttributionBuilder other : kept) {
                // "We, the Ministers": what names the speaker of all paragraphs is in the first.
                boolean nested =
                        !attribution.verbatim && other.covers(attribution.cue) && !attribution.covers(other.cue);
                if (nested || other.content.equals(attribution.content)) {
                    return false;
                }
            }
            kept.addFirst(attribution);
            if (kept.size() > COMPARED) {
                kept.removeLast();
            }
            return true;
        }
    }
}
