package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are read from articles, once however many tell of them. */
@QuarkusTest
class EventExtractionTest extends ApiTest {

    private static final String EVENTS = """
      query($a: ID!) { article(id: $a) { events(first: 50) { nodes { id type title date country { alpha3 } place participants { role actor { name } }
        mentions { exact start end article { id body } } claims { nodes { text } } articles { totalCount } } } } }""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron met Keir Starmer in Paris on Tuesday. | CONSULT | 2025-03-11 | Emmanuel Macron,Keir Starmer | FRA",
                "Emmanuel Macron will meet Keir Starmer in London on Saturday. | CONSULT | 2025-03-15 | Emmanuel Macron,Keir Starmer | GBR",
                "Emmanuel Macron held talks with Keir Starmer on Monday. | CONSULT | 2025-03-10 | Emmanuel Macron,Keir Starmer |",
                "German Chancellor Olaf Scholz arrived in Ankara on Monday. | CONSULT | 2025-03-10 | Olaf Scholz,Turkey | TUR",
                "Narendra Modi spoke with Xi Jinping on Wednesday. | CONSULT | 2025-03-12 | Narendra Modi,Xi Jinping |",
                "Armenia and Azerbaijan signed a peace treaty on Tuesday. | AGREE | 2025-03-11 | Armenia,Azerbaijan |",
                "The European Union imposed sanctions on Belarus on Monday. | SANCTION | 2025-03-10 | European Union,Belarus |",
                "Russia attacked Ukraine on Sunday. | ASSAULT | 2025-03-09 | Russia,Ukraine |",
                "China deployed warships near Taiwan on Tuesday. | MOBILIZE | 2025-03-11 | China,Taiwan |",
                "Japan sent aid to Myanmar on Monday. | AID | 2025-03-10 | Japan,Myanmar |",
                "Donald Trump threatened Canada on Tuesday. | THREATEN | 2025-03-11 | Donald Trump,Canada |",
                "Hamas released three hostages on Saturday. | RETREAT | 2025-03-08 | Hamas |",
            })
    void anEventHasItsTypeDayActorsAndCountry(String text, String type, String date, String actors, String country) {
        List<Map<String, Object>> events = read(text);
        assertEquals(1, events.size(), () -> text + " " + events);
        Map<String, Object> one = events.get(0);
        assertEquals(List.of(type, date), List.of(one.get("type"), one.get("date")), one::toString);
        List<String> names = ((List<?>) one.get("participants"))
                .stream()
                        .map(part -> (String) ((Map<?, ?>) ((Map<?, ?>) part).get("actor")).get("name"))
                        .toList();
        assertEquals(List.of(actors.split(",")), names, one::toString);
        assertEquals(
                country,
                one.get("country") == null ? null : ((Map<?, ?>) one.get("country")).get("alpha3"),
                one::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron may meet Keir Starmer on Saturday.",
                "Emmanuel Macron did not meet Keir Starmer on Tuesday.",
                "Emmanuel Macron refused to meet Keir Starmer on Tuesday.",
                "If Russia attacks Ukraine on Sunday, nobody will know.",
                "Emmanuel Macron cancelled a meeting with Keir Starmer on Tuesday.",
            })
    void whatDidNotHappenIsNone(String text) {
        assertEquals(List.of(), read(text));
    }

    @Test
    void twoArticlesTellOfOneEvent() {
        String first = submit(
                "Alexander Stubb met Petr Pavel in Prague on Tuesday. Nothing more was known " + unique("x") + ".");
        String second = submit(
                "Czech President Petr Pavel met the Finnish president, Alexander Stubb, on Tuesday. “We agree,” Pavel said. "
                        + unique("y"));
        JsonPath one = ask(EVENTS, Map.of("a", first));
        JsonPath other = ask(EVENTS, Map.of("a", second));
        assertEquals(
                one.getList("article.events.nodes.id"),
                other.getList("article.events.nodes.id"),
                () -> one.prettify() + other.prettify());
        assertEquals(2, one.getInt("article.events.nodes[0].articles.totalCount"));
        List<Map<String, Object>> mentions = one.getList("article.events.nodes[0].mentions");
        assertEquals(2, mentions.size());
        for (Map<String, Object> mention : mentions) {
            String body = (String) ((Map<?, ?>) mention.get("article")).get("body");
            assertEquals(body.substring((int) mention.get("start"), (int) mention.get("end")), mention.get("exact"));
        }
        change("deleteArticle", "deletedArticleId", input("articleId", second));
        assertEquals(1, ask(EVENTS, Map.of("a", first)).getInt("article.events.nodes[0].articles.totalCount"));
    }

    @Test
    void aClaimIsAboutTheEventThatItTells() {
        String article = submit(
                "Dmitry Peskov said on Thursday that Russia had attacked Ukraine on Wednesday. Nothing more was known "
                        + unique("x") + ".");
        JsonPath found = ask(EVENTS, Map.of("a", article));
        assertTrue(
                found.getString("article.events.nodes[0].claims.nodes[0].text").contains("Russia had attacked Ukraine"),
                found::prettify);
    }

    private static String submit(String body) {
        return change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "headline",
                                "Events",
                                "publisher",
                                "The Resolver",
                                "publishedAt",
                                "2025-03-13T12:00:00Z",
                                "body",
                                body))
                .getString("article.id");
    }

    private static List<Map<String, Object>> read(String text) {
        String article = submit(text + " Nothing more was known " + unique("x") + ".");
        List<Map<String, Object>> events = ask(EVENTS, Map.of("a", article)).getList("article.events.nodes");
        change("deleteArticle", "deletedArticleId", input("articleId", article));
        return events;
    }
}
