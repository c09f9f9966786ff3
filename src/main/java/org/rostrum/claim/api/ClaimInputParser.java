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
import org.rostrum.claim.write.Correction;
import org.rostrum.claim.write.NewClaim;
import org.rostrum.claim.write.PartialDate;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.LinkType;
import org.rostrum.store.record.FieldSelection;

/**
 * Parses the inputs of the mutations of claims into values that need no further checks. Runs in the transaction that writes them, since
 * ids are resolved to records. A method that gives nothing has noted why among the errors.
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

    /** A new claim. */
    Optional<NewClaim> newClaim(RecordClaimInput input, InputValidator errors) {
        Article article = article(input.articleId, errors);
        List<TextSpan> spans = EvidenceInputParser.parse(article, input.evidence, errors);
        UUID speaker = actor("speaker", input.speaker, errors);
        UUID addressee = actor("addressee", input.addressee, errors);
        DatePrecision precision = errors.precision("saidOnPrecision", input.saidOn, input.saidOnPrecision);
        double confidence = confidence(input.confidence, errors);
        String text = errors.optionalText("text", input.text, MAX_TEXT_LENGTH);
        String cue = errors.optionalText("cue", input.cue, MAX_CUE_LENGTH);
        String speakerMention = errors.optionalText("speakerMention", input.speakerMention, MAX_MENTION_LENGTH);
        String addresseeMention = errors.optionalText("addresseeMention", input.addresseeMention, MAX_MENTION_LENGTH);
        LocalDate saidOn = errors.date("saidOn", input.saidOn);
        Optional<UUID> repliesTo = Optional.ofNullable(ClaimReferences.find("repliesTo", input.repliesTo, errors))
                .map(claim -> claim.key);
        List<UUID> about = events(input.events, errors);
        if (article == null || errors.hasErrors()) {
            return Optional.empty();
        }
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
                precision,
                confidence,
                ReviewState.EXTRACTED,
                null);
        return Optional.of(new NewClaim(article, draft, repliesTo, about));
    }

    /**
     * A review.
     *
     * @param provided the input fields that the client sent, even as null
     */
    Optional<ClaimReview> review(ReviewClaimInput input, Set<String> provided, InputValidator errors) {
        Claim claim = ClaimReferences.find("claimId", input.claimId, errors);
        checkState(input.review, provided, errors);
        if (provided.contains("kind") && input.kind == null) {
            errors.add(UserErrorCode.REQUIRED, "kind", "must not be empty");
        }
        UUID speaker = actor("speaker", input.speaker, errors);
        UUID addressee = actor("addressee", input.addressee, errors);
        String cue = errors.optionalText("cue", input.cue, MAX_CUE_LENGTH);
        String text = provided.contains("text") ? errors.text("text", input.text, MAX_TEXT_LENGTH) : null;
        errors.date("saidOn", input.saidOn);
        boolean dated = provided.contains("saidOn") || provided.contains("saidOnPrecision");
        LocalDate saidOn = claim == null || provided.contains("saidOn") ? input.saidOn : claim.saidOn;
        Correction<PartialDate> date = dated
                ? new Correction.Replace<>(
                        new PartialDate(saidOn, errors.precision("saidOnPrecision", saidOn, input.saidOnPrecision)))
                : new Correction.Keep<>();
        Article article = claim == null ? null : Article.findById(claim.articleKey);
        List<TextSpan> spans =
                provided.contains("evidence") ? EvidenceInputParser.parse(article, input.evidence, errors) : null;
        if (claim == null || article == null || errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new ClaimReview(
                claim,
                article,
                input.review,
                correction(provided.contains("speaker"), speaker),
                correction(provided.contains("addressee"), addressee),
                date,
                correction(provided.contains("kind"), input.kind),
                correction(provided.contains("act"), input.act),
                correction(provided.contains("cue"), cue),
                correction(provided.contains("text"), text),
                correction(provided.contains("evidence"), spans)));
    }

    private static <T> Correction<T> correction(boolean provided, @Nullable T value) {
        return provided ? new Correction.Replace<>(value) : new Correction.Keep<>();
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

    /** A link to add. */
    Optional<ClaimLinkKey> link(LinkClaimsInput input, InputValidator errors) {
        Optional<ClaimLinkKey> link = link(input.fromClaimId, input.toClaimId, input.type, errors);
        if (link.isPresent() && link.get().fromKey().equals(link.get().toKey())) {
            errors.add(UserErrorCode.CONFLICT, "toClaimId", "must be another claim than fromClaimId");
            return Optional.empty();
        }
        return link;
    }

    /** A link to remove; it need not exist. */
    Optional<ClaimLinkKey> link(UnlinkClaimsInput input, InputValidator errors) {
        return link(input.fromClaimId, input.toClaimId, input.type, errors);
    }

    private static Optional<ClaimLinkKey> link(String fromId, String toId, LinkType type, InputValidator errors) {
        Claim from = ClaimReferences.find("fromClaimId", fromId, errors);
        Claim to = ClaimReferences.find("toClaimId", toId, errors);
        return from == null || to == null || errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new ClaimLinkKey(from.key, to.key, type));
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
