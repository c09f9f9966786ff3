package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A real article, read from its text alone, against a reading made by hand. Both stay outside of the project: skipped
 * where they are not at hand.
 */
@QuarkusTest
class CeasefireResolutionTest extends ApiTest {

    private static final Path SAMPLES = Path.of(System.getProperty("rostrum.samples", "../shared/samples"));

    @Test
    void speakersCountriesDaysEventsAndRepliesAreThoseOfAHandMadeReading() throws IOException {
        Assumptions.assumeTrue(Files.exists(SAMPLES.resolve("ceasefire.txt")), "no sample article at " + SAMPLES);
        JsonPath gold = JsonPath.from(Files.readString(SAMPLES.resolve("ceasefire.gold.json")));
        String article = ReadingScore.submit(gold, Files.readString(SAMPLES.resolve("ceasefire.txt")));
        ReadingScore score = new ReadingScore();
        score.add(gold, article);
        change("deleteArticle", "deletedArticleId", input("articleId", article));
        System.out.println(score);
        assertAll(
                score.toString(),
                () -> assertTrue(score.speakers >= 26, "speakers"),
                () -> assertTrue(score.wrongSpeakers <= 1, "wrong speakers"),
                () -> assertTrue(score.countries >= 27, "countries"),
                () -> assertTrue(score.dates >= 22, "dates"),
                () -> assertTrue(score.foundEvents >= 6, "events"),
                () -> assertEquals(1, score.linksFound, "reply"));
    }
}
