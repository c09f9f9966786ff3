package org.rostrum.claim.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.SpeechAct;

/**
 * A claim that is about to be recorded; its parts are known to be right.
 *
 * @param spans            where the article says it, in its order, at least one
 * @param text             what was said; null for the words of the spans without the quotation marks around them
 * @param kind             how the article reports the words
 * @param cue              the attributing words, or null
 * @param act              what is done by saying it, or null
 * @param speaker          the speaker's key, or null
 * @param speakerMention   the speaker as printed, or null
 * @param addressee        the addressee's key, or null
 * @param addresseeMention the addressee as printed, or null
 * @param saidOn           when it was said, or null
 * @param precision        how much of the date is known
 * @param confidence       0 to 1
 * @param review           the review state to begin with
 * @param attributed       how a machine came to the speaker; null for a claim that no machine read
 */
public record ClaimDraft(
    List<TextSpan> spans, String text, ClaimKind kind, String cue, SpeechAct act,
    UUID speaker, String speakerMention, UUID addressee, String addresseeMention,
    LocalDate saidOn, DatePrecision precision, double confidence, ReviewState review, DraftAttribution attributed) {

}
