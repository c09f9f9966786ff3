package org.rostrum.claim.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.ReviewState;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/** Inputs and payloads of the mutations of claims. */
public final class ClaimInputs {

    private ClaimInputs() {}

    /** A part of an article's body. */
    @Input("EvidenceInput")
    @Description("A part of an article's body, in UTF-16 code units.")
    public static class SpanInput {
        @NonNull
        @Description("Where it begins, from the start of the body.")
        public Integer start;

        @NonNull
        @Description("Where it ends, exclusive.")
        public Integer end;

        @Description(
                "The words that are expected there; where they are given and others stand there, the input has a mistake.")
        public @Nullable String exact;
    }

    /** A new claim. */
    @Input("RecordClaimInput")
    @Description("A new claim.")
    public static class RecordClaimInput {
        @Id
        @NonNull
        @Description("The article that has the claim.")
        public String articleId;

        @NonNull
        @Description(
                "Where the article says it: 1 to 50 parts of the body that do not overlap, in the article's order.")
        public List<@NonNull SpanInput> evidence;

        @Description(
                "What was said. Where it is left out: the words of the evidence, without the quotation marks around them, or the \"that\" which introduces indirect speech. At most 20,000 characters.")
        public @Nullable String text;

        @NonNull
        @Description("How the article reports the words.")
        public ClaimKind kind;

        @Description("The words by which the article attributes the statement. At most 200 characters.")
        public @Nullable String cue;

        @Description("What the speaker does by saying it.")
        public @Nullable SpeechAct act;

        @Id
        @Description("The actor who said it.")
        public @Nullable String speaker;

        @Description("The speaker as printed. At most 500 characters.")
        public @Nullable String speakerMention;

        @Id
        @Description("The actor whom it was said to.")
        public @Nullable String addressee;

        @Description("The addressee as printed. At most 500 characters.")
        public @Nullable String addresseeMention;

        @Description("When it was said.")
        public @Nullable LocalDate saidOn;

        @Description("How much of the date is known; DAY for a date and UNKNOWN for none where nothing is given.")
        public @Nullable DatePrecision saidOnPrecision;

        @Description("What the date rests on; TOLD for a date where nothing is given.")
        public @Nullable DateBasis saidOnBasis;

        @Description("Whether it was said; ASSERTED where nothing is given.")
        public @Nullable Modality modality;

        @Description("How sure the reading is, from 0 to 1; 1 where nothing is given.")
        public @Nullable Double confidence;

        @Description("The events that it is about. At most 100.")
        @Id
        public @Nullable List<@NonNull String> events;

        @Id
        @Description("The claim that it answers.")
        public @Nullable String repliesTo;
    }

    /** A review of a claim. */
    @Input("ReviewClaimInput")
    @Description(
            "A person's judgement of a claim. With CORRECTED come the corrections: what is left out stays as it is, null empties what may be empty.")
    public static class ReviewClaimInput {
        @Id
        @NonNull
        @Description("The claim.")
        public String claimId;

        @NonNull
        @Description("The judgement: CONFIRMED, CORRECTED or REJECTED; EXTRACTED takes an earlier one back.")
        public ReviewState review;

        @Id
        @Description("Who said it.")
        public @Nullable String speaker;

        @Id
        @Description("Whom it was said to.")
        public @Nullable String addressee;

        @Description("When it was said.")
        public @Nullable LocalDate saidOn;

        @Description("How much of the date is known.")
        public @Nullable DatePrecision saidOnPrecision;

        @Description("What the date rests on; TOLD for a corrected date where nothing is given.")
        public @Nullable DateBasis saidOnBasis;

        @Description("Whether it was said.")
        public @Nullable Modality modality;

        @Description("How the article reports the words.")
        public @Nullable ClaimKind kind;

        @Description("What the speaker does by saying it.")
        public @Nullable SpeechAct act;

        @Description("The words by which the article attributes the statement.")
        public @Nullable String cue;

        @Description("What was said.")
        public @Nullable String text;

        @Description("Where the article says it, instead of the evidence that the claim has.")
        public @Nullable List<@NonNull SpanInput> evidence;
    }

    /** A link to add. */
    @Input("LinkClaimsInput")
    @Description("How one claim stands to another.")
    public static class LinkClaimsInput {
        @Id
        @NonNull
        @Description("The claim that stands to the other.")
        public String fromClaimId;

        @Id
        @NonNull
        @Description("The other claim.")
        public String toClaimId;

        @NonNull
        @Description("How it stands to the other.")
        public LinkType type;
    }

    /** A link to remove. */
    @Input("UnlinkClaimsInput")
    @Description("Which link to remove.")
    public static class UnlinkClaimsInput {
        @Id
        @NonNull
        @Description("The claim that the link starts from.")
        public String fromClaimId;

        @Id
        @NonNull
        @Description("The claim that it points to.")
        public String toClaimId;

        @NonNull
        @Description("Its type.")
        public LinkType type;
    }

    /** The payload of {@code recordClaim}. */
    @Description("What recordClaim gives.")
    public record RecordClaimPayload(
            @Description("The recorded claim; where the input has mistakes, null, or the claim that is there already.")
            @Nullable
            Claim claim,

            @Description("What is wrong with the input; empty when the claim was recorded.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** The payload of {@code reviewClaim}. */
    @Description("What reviewClaim gives.")
    public record ReviewClaimPayload(
            @Description("The reviewed claim, null where the input has mistakes.") @Nullable
            Claim claim,

            @Description("What is wrong with the input; empty when the claim was reviewed.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** The payload of {@code linkClaims}. */
    @Description("What linkClaims gives.")
    public record LinkClaimsPayload(
            @Description("The link; where the input has mistakes, null, or the link that is there already.") @Nullable
            ClaimLink link,

            @Description("What is wrong with the input; empty when the claims were linked.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** The payload of {@code unlinkClaims}. */
    @Description("What unlinkClaims gives.")
    public record UnlinkClaimsPayload(
            @Description("The id of the removed link, null where none was removed.") @Id @Nullable
            String removedLinkId,

            @Description("What is wrong with the input; empty when the link was removed.") @NonNull
            List<@NonNull UserError> userErrors) {}
}
