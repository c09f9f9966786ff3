package org.rostrum.extraction.coref;

import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/**
 * An expression that may refer to a name elsewhere in the text, with all that its resolution needs of its sentence, so
 * that the parsed sentence need not be kept.
 *
 * @param passage the number of its passage
 * @param sentence the number of its sentence
 * @param span its extent in the text; null for none
 * @param tag the part of speech of its head; null for none
 * @param word its head in lower case; empty for none
 * @param relative the phrase that it modifies where it is a relative pronoun; null for others
 * @param content the spans in which a referent is not looked for: nobody quotes himself by name
 */
public record Anaphor(
        int passage,
        int sentence,
        @Nullable CharSpan span,
        @Nullable PosTag tag,
        String word,
        @Nullable CharSpan relative,
        List<CharSpan> content) {

    /** The source of an attribution. */
    public static Anaphor of(AttributionBuilder attribution, int sentence) {
        return of(
                attribution.passage,
                sentence,
                attribution.sentence,
                attribution.sourceHead,
                attribution.source,
                attribution.content);
    }

    /**
     * An expression in a sentence.
     *
     * @param head its head, as a token of the sentence; negative for none
     */
    public static Anaphor of(
            int passage, int sentence, ParsedSentence s, int head, @Nullable CharSpan span, List<CharSpan> content) {
        if (head < 0) {
            return new Anaphor(passage, sentence, span, null, "", null, content);
        }
        PosTag tag = s.tag(head);
        return new Anaphor(
                passage,
                sentence,
                span,
                tag,
                s.form(head).toLowerCase(Locale.ROOT),
                isRelative(tag) ? relative(s, head) : null,
                content);
    }

    private static boolean isRelative(PosTag tag) {
        return tag == PosTag.WP || tag == PosTag.WDT;
    }

    /** Whether a span lies in the content. */
    public boolean covers(CharSpan other) {
        return CharSpan.covers(content, other);
    }

    /** The phrase that a relative pronoun modifies; null for none. */
    private static @Nullable CharSpan relative(ParsedSentence s, int pronoun) {
        int at = pronoun;
        for (int steps = 0; at >= 0 && steps < 6; steps++) {
            if (s.relation(at) == RELCL) {
                return s.head(at) >= 0 ? NounPhraseSpans.noun(s, s.head(at)) : null;
            }
            at = s.head(at);
        }
        boolean afterComma = pronoun > 1
                && s.form(pronoun - 1).equals(",")
                && s.tag(pronoun - 2).isNoun();
        return afterComma ? NounPhraseSpans.noun(s, pronoun - 2) : null;
    }
}
