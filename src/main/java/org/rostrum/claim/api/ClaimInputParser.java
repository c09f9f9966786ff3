package org.rostrum.claim.api;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.read.ActorReferences;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.claim.EventClaim;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.api.ClaimInputs.LinkClaimsInput;
import org.rostrum.claim.api.ClaimInputs.RecordClaimInput;
import org.rostrum.claim.api.ClaimInputs.ReviewClaimInput;
import org.rostrum.claim.api.ClaimInputs.UnlinkClaimsInput;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimReferences;
import org.rostrum.claim.write.ClaimReview;
import org.rostrum.claim.write.NewClaim;
import org.rostrum.claim.write.PartialDate;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.FieldUpdate;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.input.ParsedInput;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.store.record.FieldSelection;

/**
 * Parses the inputs of the mutations of claims into values that need no further checks. Runs in the transaction that
 * writes them, since ids are resolved to records.
 */
@ApplicationScoped
class ClaimInputParser {

    private static final int MAX_TEXT_LENGTH = 20_000;
    private static final int MAX_CUE_LENGTH = 200;
    private static final int MAX_MENTION_LENGTH = 500;
    private static final int MAX_EVENTS = 100;

    private final ActorReferences actors;
    private final NodeLoader events;

    ClaimInputParser(ActorReferences actors, @All List<NodeLoader> loaders) {
        this.actors = actors;
        this.events = loaders.stream()
                .filter(loader -> loader.prefix().equals(EventClaim.EVENT_PREFIX))
                .findFirst()
                .orElseThrow();
    }

    /** Parses the input of {@code recordClaim}. */
    ParsedInput<NewClaim> parse(RecordClaimInput input) {
        InputValidator errors = new InputValidator();
        Article article = article(input.articleId, errors);
        List<TextSpan> spans = EvidenceInputParser.parse(article, input.evidence, errors);
        UUID speaker = actor("speaker", input.speaker, errors);
        UUID addressee = actor("addressee", input.addressee, errors);
        double confidence = confidence(input.confidence, errors);
        String text = errors.optionalText("text", input.text, MAX_TEXT_LENGTH);
        String cue = errors.optionalText("cue", input.cue, MAX_CUE_LENGTH);
        String speakerMention = errors.optionalText("speakerMention", input.speakerMention, MAX_MENTION_LENGTH);
        String addresseeMention = errors.optionalText("addresseeMention", input.addresseeMention, MAX_MENTION_LENGTH);
        LocalDate day = errors.date("saidOn", input.saidOn);
        PartialDate saidOn = new PartialDate(
                day,
                errors.precision("saidOnPrecision", input.saidOn, input.saidOnPrecision),
                basis(input.saidOn, input.saidOnBasis, errors));
        Optional<UUID> repliesTo = Optional.ofNullable(ClaimReferences.find("repliesTo", input.repliesTo, errors))
                .map(claim -> claim.key);
        List<UUID> about = events(input.events, errors);
        ClaimDraft draft = new ClaimDraft(
                spans,
                text,
                input.kind,
                cue,
                input.act,
                speaker,
                speakerMention,
                addressee,
                addresseeMention,
                saidOn,
                Objects.requireNonNullElse(input.modality, Modality.ASSERTED),
                confidence,
                ReviewState.EXTRACTED,
                null);
        return errors.parsed(() -> new NewClaim(Objects.requireNonNull(article), draft, repliesTo, about));
    }

    /**
     * Parses the input of {@code reviewClaim}.
     *
     * @param provided the input fields that the client sent, even as null
     */
    ParsedInput<ClaimReview> parse(ReviewClaimInput input, Set<String> provided) {
        InputValidator errors = new InputValidator();
        Claim claim = ClaimReferences.find("claimId", input.claimId, errors);
        checkState(input.review, provided, errors);
        FieldUpdate<ClaimKind> kind = required(provided, "kind", input.kind, errors);
        FieldUpdate<Modality> modality = required(provided, "modality", input.modality, errors);
        FieldUpdate<SpeechAct> act = FieldUpdate.of(provided, "act", () -> input.act);
        FieldUpdate<UUID> speaker = FieldUpdate.of(provided, "speaker", () -> actor("speaker", input.speaker, errors));
        FieldUpdate<UUID> addressee =
                FieldUpdate.of(provided, "addressee", () -> actor("addressee", input.addressee, errors));
        FieldUpdate<String> cue =
                FieldUpdate.of(provided, "cue", () -> errors.optionalText("cue", input.cue, MAX_CUE_LENGTH));
        FieldUpdate<String> text =
                FieldUpdate.of(provided, "text", () -> errors.text("text", input.text, MAX_TEXT_LENGTH));
        errors.date("saidOn", input.saidOn);
        FieldUpdate<PartialDate> saidOn = saidOn(input, provided, claim, errors);
        Article article = claim == null ? null : Article.findById(claim.articleKey);
        FieldUpdate<List<TextSpan>> evidence =
                FieldUpdate.of(provided, "evidence", () -> EvidenceInputParser.parse(article, input.evidence, errors));
        return errors.parsed(() -> new ClaimReview(
                Objects.requireNonNull(claim),
                Objects.requireNonNull(article),
                input.review,
                speaker,
                addressee,
                saidOn,
                modality,
                kind,
                act,
                cue,
                text,
                evidence));
    }

    /** When it was said; a part of the date that the client leaves out stays as it is. */
    private static FieldUpdate<PartialDate> saidOn(
            ReviewClaimInput input, Set<String> provided, @Nullable Claim claim, InputValidator errors) {
        boolean sameDay = !provided.contains("saidOn");
        boolean samePrecision = !provided.contains("saidOnPrecision");
        boolean sameBasis = !provided.contains("saidOnBasis");
        if (claim == null || sameDay && samePrecision && sameBasis) {
            return new FieldUpdate.Keep<>();
        }
        LocalDate day = sameDay ? claim.saidOn : input.saidOn;
        DatePrecision precision = sameDay && samePrecision ? claim.saidOnPrecision : input.saidOnPrecision;
        DateBasis basis = sameDay && sameBasis ? claim.saidOnBasis : input.saidOnBasis;
        return new FieldUpdate.Replace<>(
                new PartialDate(day, errors.precision("saidOnPrecision", day, precision), basis(day, basis, errors)));
    }

    /** What a date rests on: {@link DateBasis#TOLD} unless the client says otherwise. */
    private static @Nullable DateBasis basis(
            @Nullable LocalDate day, @Nullable DateBasis provided, InputValidator errors) {
        if (day == null && provided != null) {
            errors.add(UserErrorCode.CONFLICT, "saidOnBasis", "must be left out where there is no date");
        }
        return day == null ? null : Objects.requireNonNullElse(provided, DateBasis.TOLD);
    }

    /** The update of a field that may be left out, but not emptied. */
    private static <T> FieldUpdate<T> required(
            Set<String> provided, String field, @Nullable T value, InputValidator errors) {
        FieldUpdate<T> update = FieldUpdate.of(provided, field, () -> value);
        if (update.isProvided() && value == null) {
            errors.add(UserErrorCode.REQUIRED, field, "must not be empty");
        }
        return update;
    }

    /** Corrections come with the state CORRECTED, and only with it. */
    private static void checkState(ReviewState state, Set<String> provided, InputValidator errors) {
        Set<String> corrections = new LinkedHashSet<>(provided);
        corrections.removeAll(Set.of("claimId", "review"));
        if (!corrections.isEmpty() && state != ReviewState.CORRECTED) {
            errors.add(
                    UserErrorCode.CONFLICT,
                    "review",
                    "must be CORRECTED where corrections are given: " + String.join(", ", corrections));
        }
        if (corrections.isEmpty() && state == ReviewState.CORRECTED) {
            errors.add(UserErrorCode.REQUIRED, "review", "CORRECTED needs at least one correction");
        }
    }

    /** Parses the input of {@code linkClaims}. */
    ParsedInput<ClaimLinkKey> parse(LinkClaimsInput input) {
        InputValidator errors = new InputValidator();
        Claim from = ClaimReferences.find("fromClaimId", input.fromClaimId, errors);
        Claim to = ClaimReferences.find("toClaimId", input.toClaimId, errors);
        if (from != null && to != null && from.key.equals(to.key)) {
            errors.add(UserErrorCode.CONFLICT, "toClaimId", "must be another claim than fromClaimId");
        }
        return link(from, to, input.type, errors);
    }

    /** Parses the input of {@code unlinkClaims}; the link need not exist. */
    ParsedInput<ClaimLinkKey> parse(UnlinkClaimsInput input) {
        InputValidator errors = new InputValidator();
        Claim from = ClaimReferences.find("fromClaimId", input.fromClaimId, errors);
        Claim to = ClaimReferences.find("toClaimId", input.toClaimId, errors);
        return link(from, to, input.type, errors);
    }

    private static ParsedInput<ClaimLinkKey> link(
            @Nullable Claim from, @Nullable Claim to, LinkType type, InputValidator errors) {
        return errors.parsed(
                () -> new ClaimLinkKey(Objects.requireNonNull(from).key, Objects.requireNonNull(to).key, type));
    }

    private @Nullable UUID actor(String path, @Nullable String id, InputValidator errors) {
        ActorEntity actor = actors.find(path, id, errors);
        return actor == null ? null : actor.key;
    }

    private static @Nullable Article article(String id, InputValidator errors) {
        UUID key = errors.id("articleId", id, Article.PREFIX);
        if (key == null) {
            return null;
        }
        Article article = Article.findById(key);
        if (article == null) {
            errors.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + id);
        }
        return article;
    }

    /** The events' keys, each once; looked up only where nothing else is wrong. */
    private List<UUID> events(@Nullable List<String> ids, InputValidator errors) {
        errors.checkSize("events", ids, MAX_EVENTS);
        if (ids == null || errors.hasErrors()) {
            return List.of();
        }
        Set<UUID> keys = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            UUID key = errors.id("events." + i, ids.get(i), EventClaim.EVENT_PREFIX);
            if (key != null && events.byKeys(List.of(key), FieldSelection.ALL).isEmpty()) {
                errors.add(UserErrorCode.NOT_FOUND, "events." + i, "there is no event with the id " + ids.get(i));
            }
            keys.add(key);
        }
        return keys.stream().filter(Objects::nonNull).toList();
    }

    private static double confidence(@Nullable Double input, InputValidator errors) {
        if (input != null && !(input >= 0 && input <= 1)) {
            errors.add(UserErrorCode.OUT_OF_RANGE, "confidence", "must be between 0 and 1, was " + input);
        }
        return input == null ? 1 : input;
    }
}
