package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Articles that were written for this test, with readings made by hand: two people with one surname, changes of office,
 * spokesmen for persons, places that lie in several countries, posts on X, denied reports, misspelt names. What they
 * report is invented.
 */
@QuarkusTest
class HardArticlesTest extends ApiTest {

    private static final Path ARTICLES = Path.of("src/test/resources/articles");

    @Test
    void speakersCountriesDaysAndEventsAreThoseOfHandMadeReadings() throws IOException {
        ReadingScore score = new ReadingScore();
        List<String> submitted = new ArrayList<>();
        try (Stream<Path> files = Files.list(ARTICLES)) {
            files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .forEach(file -> {
                        JsonPath gold = JsonPath.from(read(file));
                        String article =
                                ReadingScore.submit(gold, read(ARTICLES.resolve(gold.getString("article.file"))));
                        submitted.add(article);
                        score.add(gold, article);
                    });
        }
        submitted.forEach(article -> change("deleteArticle", "deletedArticleId", input("articleId", article)));
        System.out.println(score);
        assertAll(
                score.toString(),
                () -> assertTrue(submitted.size() >= 12, "articles"),
                () -> assertTrue(score.speakers >= 0.9 * score.claims, "speakers"),
                () -> assertTrue(score.countries >= 0.92 * score.claims, "countries"),
                () -> assertTrue(score.dates >= 0.9 * score.dated, "dates"),
                () -> assertTrue(score.eventsF1() >= 0.6, "events"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
