package org.rostrum.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.graph.value.Modality;

/** An attribution under construction; its spans refer to the text without mark-up. */
public final class AttributionBuilder {

    /** The number of the passage. */
    public final int passage;

    public final ParsedSentence sentence;
    /** The head of the cue, as a token of the sentence; the colon or dash where punctuation attributes. */
    public final int word;

    public final @Nullable CueLexiconEntry entry;
    /** The pattern that found it, a key of {@link RulePrecisionTable}. */
    public final String rule;

    public final CharSpan cue;
    public List<CharSpan> content;
    /** Null where no source is named. */
    public @Nullable CharSpan source;
    /** The head of the source, as a token of the sentence; -1 for none. */
    public int sourceHead = -1;

    public @Nullable CharSpan addressee;
    /** Whether it was found by a quotation that is an utterance of its own. */
    public boolean quoted;

    /** Whether the content is the speaker's own words without quotation marks: a turn of a transcript. */
    public boolean verbatim;

    /**
     * The words of the headline that attribute it, or no words where the headline names nobody; null where the text
     * does.
     */
    public @Nullable String headline;

    /** Whether it was said. */
    public Modality modality = Modality.ASSERTED;

    public double confidence;

    AttributionBuilder(
            int passage,
            ParsedSentence sentence,
            int word,
            @Nullable CueLexiconEntry entry,
            String rule,
            CharSpan cue,
            List<CharSpan> content) {
        this.passage = passage;
        this.sentence = sentence;
        this.word = word;
        this.entry = entry;
        this.rule = rule;
        this.cue = cue;
        this.content = new ArrayList<>(content);
    }

    /** Sets the source: its phrase, or only the part up to its head where the phrase overlaps the cue. */
    void name(CharSpan phrase, int head) {
        sourceHead = head;
        if (!phrase.touches(cue)) {
            source = phrase;
            return;
        }
        boolean before = phrase.start() < cue.start() && sentence.end(head) <= cue.start();
        source = new CharSpan(before ? phrase.start() : sentence.start(head), sentence.end(head));
    }

    /** Where the first span of the content starts. */
    public int start() {
        return content.get(0).start();
    }

    /** Where the last span of the content ends, exclusive. */
    public int end() {
        return content.get(content.size() - 1).end();
    }

    int length() {
        return content.stream().mapToInt(span -> span.end() - span.start()).sum();
    }

    /** Whether the content covers a span. */
    public boolean covers(CharSpan span) {
        return CharSpan.covers(content, span);
    }
}
