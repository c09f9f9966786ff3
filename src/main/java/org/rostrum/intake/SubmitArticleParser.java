package org.rostrum.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.intake.PublisherReference.ById;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;

/** Parses the input of {@code submitArticle}. */
final class SubmitArticleParser {

    /** The largest body, in bytes of UTF-8. */
    static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

    private static final int MAX_HEADLINE_LENGTH = 500;
    private static final int MAX_PUBLISHER_LENGTH = 300;
    private static final int MAX_LANGUAGE_LENGTH = 35;
    /** How far a sender's clock may be ahead of the server's. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

    private SubmitArticleParser() {}

    /** The article; empty when the validator has collected errors. */
    static Optional<SubmittedArticle> parse(SubmitArticleInput input, InputValidator validator) {
        String url = validator.url("url", input.url);
        String headline = validator.text("headline", input.headline, MAX_HEADLINE_LENGTH);
        String language = language(input.language, validator);
        Instant publishedAt = publishedAt(input.publishedAt, validator);
        checkBody(input.body, validator);
        String publisher = validator.text("publisher", input.publisher, MAX_PUBLISHER_LENGTH);
        if (headline == null || language == null || publisher == null || validator.hasErrors()) {
            return Optional.empty();
        }
        return publisher(publisher, validator)
                .map(reference -> new SubmittedArticle(
                        url,
                        headline,
                        reference,
                        publishedAt,
                        language,
                        input.body,
                        Boolean.TRUE.equals(input.extract)));
    }

    private static Optional<PublisherReference> publisher(String idOrName, InputValidator validator) {
        if (!idOrName.startsWith(ActorEntity.PREFIX + "_")) {
            return Optional.of(new ByName(idOrName));
        }
        UUID key = validator.id("publisher", idOrName, ActorEntity.PREFIX);
        return key == null ? Optional.empty() : Optional.of(new ById(idOrName, key));
    }

    private static @Nullable String language(String tag, InputValidator validator) {
        String text = validator.text("language", tag, MAX_LANGUAGE_LENGTH);
        if (text == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            validator.add(UserErrorCode.INVALID, "language", "must be a BCP 47 language tag such as en or uk-UA");
            return null;
        }
    }

    private static Instant publishedAt(Instant publishedAt, InputValidator validator) {
        if (publishedAt.isAfter(Instant.now().plus(MAX_CLOCK_SKEW))) {
            validator.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be in the future, was " + publishedAt);
        } else if (publishedAt.isBefore(EARLIEST)) {
            validator.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be before " + EARLIEST);
        }
        return publishedAt.truncatedTo(ChronoUnit.MICROS);
    }

    private static void checkBody(String body, InputValidator validator) {
        if (body.isBlank()) {
            validator.add(UserErrorCode.REQUIRED, "body", "must not be empty");
        } else if (!TextNormalizer.isStorable(body)) {
            validator.add(UserErrorCode.INVALID, "body", "must not contain U+0000 or half of a surrogate pair");
        } else if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            validator.add(UserErrorCode.TOO_LONG, "body", "must be at most " + MAX_BODY_BYTES + " bytes of UTF-8");
        }
    }
}
