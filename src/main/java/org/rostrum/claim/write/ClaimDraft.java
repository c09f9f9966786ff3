package org.rostrum.claim.write;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.evidence.EvidenceText;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/**
 * A valid claim to be stored.
 *
 * @param spans where the article says it, in its order, at least one
 * @param text what was said; null for the {@linkplain EvidenceText text of the spans}
 * @param kind how the article reports the words
 * @param cue the attributing words, or null
 * @param act what the speaker does by saying it, or null
 * @param speaker the speaker's key, or null
 * @param speakerMention the speaker as printed, or null
 * @param addressee the addressee's key, or null
 * @param addresseeMention the addressee as printed, or null
 * @param saidOn when it was said
 * @param modality whether it was said
 * @param confidence how sure the reading is, 0 to 1
 * @param review the review state of a new claim
 * @param attributed how the speaker's mention was resolved; null for a claim that was not extracted
 */
public record ClaimDraft(
        List<TextSpan> spans,
        @Nullable String text,
        ClaimKind kind,
        @Nullable String cue,
        @Nullable SpeechAct act,
        @Nullable UUID speaker,
        @Nullable String speakerMention,
        @Nullable UUID addressee,
        @Nullable String addresseeMention,
        PartialDate saidOn,
        Modality modality,
        double confidence,
        ReviewState review,
        @Nullable DraftAttribution attributed) {

    /** Gives a claim the values of this draft, apart from its evidence and its review. */
    public void applyTo(Claim claim, Article article) {
        claim.text = text == null ? EvidenceText.of(article, spans, kind) : text;
        claim.kind = kind;
        claim.cue = cue;
        claim.act = act;
        claim.speakerKey = speaker;
        claim.speakerMention = speakerMention;
        claim.addresseeKey = addressee;
        claim.addresseeMention = addresseeMention;
        claim.saidOn(saidOn.date(), saidOn.precision(), saidOn.basis());
        claim.modality = modality;
        claim.confidence = confidence;
        claim.extracted = attributed != null;
        claim.attributionRule = attributed == null ? null : attributed.rule();
        claim.attributionScore = attributed == null ? null : attributed.score();
        claim.toldCountryKey = attributed == null ? null : attributed.country();
    }

    /**
     * The actors that the speaker's mention may mean, as records of the claim; none for a claim that was not extracted.
     */
    public List<AttributionCandidate> candidates(Claim claim) {
        return attributed == null
                ? List.of()
                : attributed.candidates().entrySet().stream()
                        .map(candidate -> AttributionCandidate.of(claim.key, candidate.getKey(), candidate.getValue()))
                        .toList();
    }
}
