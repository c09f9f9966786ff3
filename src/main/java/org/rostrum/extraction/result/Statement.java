package org.rostrum.extraction.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/**
 * A statement that a text attributes to somebody.
 *
 * @param content what was said: one part, or several with the attribution between them, in the text's order; quotation
 *     marks included
 * @param kind whether it is in quotation marks
 * @param cue the attributing words
 * @param source who said it, as printed near the cue, with titles and appositives; null where nobody is named
 * @param antecedent the mention elsewhere in the text that a source like "he" or "the ministry" refers to; null where
 *     the source is a name itself, or where none was found
 * @param addressee whom it was said to, as printed, or null
 * @param act what is done by saying it
 * @param saidOn when it was said, or null where the text does not say
 * @param mayInheritDate whether a statement without a date of its own may inherit that of another statement of the same
 *     speaker, or was made on the occasion that the text reports
 * @param modality whether it was said
 * @param stanceCue how the text relates it to another statement, or null
 * @param pattern the pattern that found it, which determines its confidence
 * @param contentStart the offset at which the words said begin: the start of the content, or after a "that" which only
 *     introduces it
 * @param confidence the precision of its pattern: of the statements with 0.9, nine in ten are what a person would mark
 */
public record Statement(
        List<Mention> content,
        ClaimKind kind,
        Mention cue,
        @Nullable Mention source,
        @Nullable Mention antecedent,
        @Nullable Mention addressee,
        SpeechAct act,
        @Nullable UtteranceDate saidOn,
        boolean mayInheritDate,
        Modality modality,
        @Nullable StanceCue stanceCue,
        String pattern,
        int contentStart,
        double confidence) {

    /**
     * The mention to look for an actor by: the antecedent where there is one, else the source; null where nobody is
     * named.
     */
    public @Nullable Mention speaker() {
        return antecedent == null ? source : antecedent;
    }
}
