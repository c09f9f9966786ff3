package org.rostrum.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.intake.PublisherReference.ById;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;

class SubmitArticleParserTest {

    private final InputValidator validator = new InputValidator();

    private static SubmitArticleInput input() {
        SubmitArticleInput input = new SubmitArticleInput();
        input.url = "https://gazette.example/1";
        input.headline = " A cold week ";
        input.publisher = "The Gazette";
        input.publishedAt = Instant.parse("2025-03-13T23:59:59.123456789Z");
        input.body = "Body";
        return input;
    }

    private List<String> errors(SubmitArticleInput input) {
        assertEquals(Optional.empty(), SubmitArticleParser.parse(input, validator));
        return validator.errors().stream()
                .map(error -> error.code() + " " + String.join(".", error.path()))
                .toList();
    }

    @Test
    void aValidInputBecomesAnArticle() {
        SubmitArticleInput input = input();
        input.language = "EN-gb";
        SubmittedArticle article = SubmitArticleParser.parse(input, validator).orElseThrow();
        assertEquals(
                new SubmittedArticle(
                        "https://gazette.example/1",
                        "A cold week",
                        new ByName("The Gazette"),
                        Instant.parse("2025-03-13T23:59:59.123456Z"),
                        "en-GB",
                        "Body",
                        true),
                article);
        assertEquals("2025-03-13", article.publishedOn().toString());
    }

    @Test
    void allErrorsAreCollected() {
        SubmitArticleInput input = input();
        input.url = "gazette.example";
        input.headline = " ";
        input.language = "no language!";
        input.publishedAt = Instant.parse("1599-12-31T23:59:59Z");
        input.body = "a\u0000b";
        input.publisher = "x".repeat(301);
        assertEquals(
                List.of(
                        "INVALID input.url",
                        "REQUIRED input.headline",
                        "INVALID input.language",
                        "OUT_OF_RANGE input.publishedAt",
                        "INVALID input.body",
                        "TOO_LONG input.publisher"),
                errors(input));
    }

    @Test
    void theBodyIsLimitedInBytes() {
        SubmitArticleInput input = input();
        input.body = "é".repeat(SubmitArticleParser.MAX_BODY_BYTES / 2);
        assertTrue(SubmitArticleParser.parse(input, validator).isPresent());
        input.body += "x";
        assertEquals(List.of("TOO_LONG input.body"), errors(input));
    }

    @Test
    void aPublisherMayBeNamedByItsId() {
        SubmitArticleInput input = input();
        input.publisher = "actor_01h455vb4pex5vsknk084sn02q";
        assertInstanceOf(
                ById.class,
                SubmitArticleParser.parse(input, validator).orElseThrow().publisher());
        input.publisher = "actor_nonsense";
        assertEquals(List.of("NOT_FOUND input.publisher"), errors(input));
    }
}
