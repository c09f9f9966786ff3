package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentions become actors, with the capacity and the country of the day. */
@QuarkusTest
class ResolutionTest extends ApiTest {

    private static final String CLAIMS = """
      article { id } claims { id text speakerMention saidOn speaker { __typename id name confirmed country { alpha3 } } country { alpha3 }
        capacity { title from until attestedFrom attestedUntil source { id } }
        attribution { rule score candidates { score actor { name } } } }""";

    static JsonPath submit(String day, String body) {
        return submit(day, "Resolved", body);
    }

    private static JsonPath submit(String day, String headline, String body) {
        return change(
                "submitArticle",
                CLAIMS,
                input(
                        "headline",
                        headline,
                        "publisher",
                        "The Resolver",
                        "publishedAt",
                        day + "T12:00:00Z",
                        "body",
                        body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-13 | the Polish president | Andrzej Duda | POL",
                "2025-08-20 | the Polish president | Karol Nawrocki | POL",
                "2025-03-13 | the NATO chief | Mark Rutte |",
                "2024-03-13 | the NATO chief | Jens Stoltenberg |",
                "2025-03-13 | the Kremlin | Kremlin | RUS",
                "2025-03-13 | Moscow | Russia | RUS",
                "2025-03-13 | the Ukrainian government | Ukraine | UKR",
                "2025-03-13 | the White House | White House | USA",
                "2025-03-13 | Kremlin spokesman Dmitriy Peskov | Dmitry Peskov | RUS",
                "2025-03-13 | President Volodymyr Zelenskiy | Volodymyr Zelenskyy | UKR",
                "2025-03-13 | Volodymyr Zelensky | Volodymyr Zelenskyy | UKR",
                "2025-03-13 | Ukrainian President Voldimir Zelenki | Volodymyr Zelenskyy | UKR",
                "2025-03-13 | Foreign Minister Sergei Lavrov | Sergey Lavrov | RUS",
                "2025-03-13 | NATO Secretary General Marc Rute | Mark Rutte |",
                "2025-03-13 | US Secretary of State Marko Rubbio | Marco Rubio | USA",
                "2025-03-13 | German Chancellor Olaf Scholtz | Olaf Scholz | DEU",
                "2025-03-13 | China’s foreign ministry | Ministry of Foreign Affairs of China | CHN",
                "2025-03-13 | the Israeli prime minister | Benjamin Netanyahu | ISR",
                "2025-03-13 | Putin’s spokesman | Dmitry Peskov | RUS",
                "2025-03-13 | the Canadian foreign minister | Mélanie Joly | CAN",
                "2025-03-13 | Hamas | Hamas | PSE",
            })
    void aMentionIsWhomItMeansOnTheDay(String day, String mention, String name, String country) {
        JsonPath found = submit(day, "“Much remains to be done this year,” " + mention + " said. " + unique("x"));
        assertEquals(
                Arrays.asList(name, country),
                Arrays.asList(found.getString("claims[0].speaker.name"), found.getString("claims[0].country.alpha3")),
                found::prettify);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Remarks by NATO Secretary General Mark Rutte at the summit | Mark Rutte |",
                "Statement from Foreign Minister Sergei Lavrov on the talks | Sergey Lavrov | RUS",
                "SPEECH BY THE PRESIDENT OF THE REPUBLIC OF POLAND, ANDRZEJ DUDA, AT THE SUMMIT | Andrzej Duda | POL",
            })
    void aHeadlineTellsWhoseWordsATextIs(String headline, String name, String country) {
        JsonPath found = submit(
                "2025-03-13",
                headline,
                "We welcome the truce, and I thank those who have worked for it.\n\nWe will not rest until our people are safe. "
                        + unique("x"));
        assertEquals(
                Arrays.asList(name, name, country),
                Arrays.asList(
                        found.getString("claims[0].speaker.name"),
                        found.getString("claims[1].speaker.name"),
                        found.getString("claims[0].country.alpha3")),
                found::prettify);
    }

    @Test
    void whatASpeakerTurnsDownIsAnothersStatementWhichTheirsDisputes() {
        JsonPath found = submit(
                "2025-03-13",
                "Refuting claims by US Secretary of State Marco Rubio that the ports were closed, Foreign Minister Sergei Lavrov said that all of them were open. "
                        + unique("It rained"));
        assertEquals(
                List.of("the ports were closed", "all of them were open"),
                found.getList("claims.text"),
                found::prettify);
        assertEquals(List.of("Marco Rubio", "Sergey Lavrov"), found.getList("claims.speaker.name"), found::prettify);
        JsonPath links = ask(
                "query($id: ID!) { claim(id: $id) { links { nodes { type from { id } to { id } } } } }",
                Map.of("id", found.getString("claims[1].id")));
        assertEquals(List.of("DISPUTES"), links.getList("claim.links.nodes.type"), links::prettify);
        assertEquals(found.getString("claims[0].id"), links.getString("claim.links.nodes[0].to.id"), links::prettify);
    }

    @Test
    void markUpIsNoPartOfWhatIsSaidNorOfAName() {
        JsonPath found = submit(
                "2025-03-13",
                "<p>Kremlin spokesman <b>Dmitry</b>&nbsp;Peskov said that it&#8217;s <i>over</i> now.</p><p>“We <b>wait</b>,” he said. "
                        + unique("x") + "</p>");
        assertEquals(List.of("it’s over now", "We wait"), found.getList("claims.text"), found::prettify);
        assertEquals(List.of("Dmitry Peskov", "Dmitry Peskov"), found.getList("claims.speaker.name"), found::prettify);
        assertEquals("Kremlin spokesman Dmitry Peskov", found.getString("claims[0].speakerMention"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a Kremlin spokesman | RUS",
                "a senior Polish official | POL",
                "the former Polish president | POL",
                "Texas | USA",
                "he |",
                "several diplomats |",
                "a spokesman for British Prime Minister Keir Starmer | GBR",
                "John Unknownman |",
                "Emmanuel Macron and Olaf Scholz |",
            })
    void whoIsNotToldStaysAMention(String mention, String country) {
        JsonPath found =
                submit("2025-03-13", "“Much remains to be done this year,” said " + mention + ". " + unique("x"));
        assertNull(found.get("claims[0].speaker"), found::prettify);
        assertEquals(country, found.getString("claims[0].country.alpha3"), found::prettify);
        assertEquals("NONE", found.getString("claims[0].attribution.rule"));
    }

    @Test
    void anAttributionTellsItsRuleItsScoreAndWhoWasThoughtOf() {
        JsonPath found = submit(
                "2025-03-13",
                "“Much remains to be done,” said Polish President Andrze Duda. “We agree,” Duda said. " + unique("x"));
        assertEquals(List.of("SPELLING", "SPELLING"), found.getList("claims.attribution.rule"));
        assertEquals("Andrzej Duda", found.getString("claims[0].attribution.candidates[0].actor.name"));
        float score = found.getFloat("claims[0].attribution.score");
        assertTrue(score > 0.55 && score <= 1, () -> "score " + score);
        assertEquals(score, found.getFloat("claims[0].attribution.candidates[0].score"));
    }

    @Test
    void theCapacityIsThatOfTheDayOfTheSayingBeforeAndAfterAChangeOfOffice() {
        JsonPath found = submit(
                "2024-10-20",
                "“We stand with Kyiv,” Mark Rutte said on June 30. “We stand with Kyiv and all of its allies,” Mark Rutte said on Friday. "
                        + unique("x"));
        assertEquals(List.of("Mark Rutte", "Mark Rutte"), found.getList("claims.speaker.name"));
        assertEquals(List.of("2024-06-30", "2024-10-18"), found.getList("claims.saidOn"));
        assertEquals(
                List.of("Prime Minister of the Netherlands", "Secretary General of NATO"),
                found.getList("claims.capacity.title"));
        assertEquals(
                Arrays.asList("NLD", null),
                Arrays.asList(
                        found.getString("claims[0].country.alpha3"), found.getString("claims[1].country.alpha3")));
    }

    @Test
    void aPostThatOnlyTheArticleTellsIsDatedAndHasItsSource() {
        String name = "Darina " + surname();
        JsonPath first = submit(
                "2025-03-13", "“The bridge is open,” said Bulgarian Transport Minister " + name + ". " + unique("x"));
        assertEquals(
                List.of(name, false, "BGR"),
                List.of(
                        first.get("claims[0].speaker.name"),
                        first.get("claims[0].speaker.confirmed"),
                        first.get("claims[0].country.alpha3")));
        assertEquals("NEW", first.getString("claims[0].attribution.rule"));
        assertEquals(
                List.of(name),
                ask(
                                "query($n: String) { actors(filter: {confirmed: false, text: $n}) { nodes { name } } }",
                                Map.of("n", name))
                        .getList("actors.nodes.name"));
        assertEquals(
                List.of(),
                ask(
                                "query($n: String) { actors(filter: {confirmed: true, text: $n}) { nodes { name } } }",
                                Map.of("n", name))
                        .getList("actors.nodes"));
        assertEquals(
                Arrays.asList(
                        "Bulgarian Transport Minister",
                        null,
                        null,
                        "2025-03-13",
                        "2025-03-13",
                        first.getString("article.id")),
                Arrays.asList(
                        first.getString("claims[0].capacity.title"),
                        first.getString("claims[0].capacity.from"),
                        first.getString("claims[0].capacity.until"),
                        first.getString("claims[0].capacity.attestedFrom"),
                        first.getString("claims[0].capacity.attestedUntil"),
                        first.getString("claims[0].capacity.source.id")));

        JsonPath second = submit(
                "2025-03-20",
                "“It is closed,” " + name + " said. Bulgarian Transport Minister " + name + " left. " + unique("x"));
        assertEquals(first.getString("claims[0].speaker.id"), second.getString("claims[0].speaker.id"));
        assertEquals("2025-03-20", second.getString("claims[0].capacity.attestedUntil"));

        JsonPath longBefore = submit("2015-03-20", "“It is new,” " + name + " said. " + unique("x"));
        assertEquals(first.getString("claims[0].speaker.id"), longBefore.getString("claims[0].speaker.id"));
        assertNull(longBefore.get("claims[0].capacity"));
        change(
                "updateActor",
                "actor { id }",
                input("actorId", first.getString("claims[0].speaker.id"), "confirmed", true));
        assertTrue(ask(
                        "query($id: ID!) { actor(id: $id) { confirmed } }",
                        Map.of("id", first.getString("claims[0].speaker.id")))
                .getBoolean("actor.confirmed"));
    }

    @Test
    void aNewPersonIsNotDuplicatedByAnotherSpelling() {
        String surname = surname();
        JsonPath first = submit(
                "2025-03-13",
                "“The bridge is open,” said Bulgarian Transport Minister Aleksandr " + surname + "off. " + unique("x"));
        JsonPath second = submit(
                "2025-03-14",
                "“The bridge is shut,” said Bulgarian Transport Minister Alexander " + surname + "ov. " + unique("x"));
        assertEquals(
                first.getString("claims[0].speaker.id"), second.getString("claims[0].speaker.id"), second::prettify);
    }

    @Test
    void groupsAndBodiesOfACountryAreRecordedOnce() {
        String body =
                "Moldovan fishermen’s officials and residents said they wanted a bridge. “We have no money,” the Moldovan finance ministry said. ";
        JsonPath first = submit("2025-03-13", body + unique("x"));
        JsonPath second = submit("2025-03-14", body + unique("y"));
        assertEquals(first.getList("claims.speaker.id"), second.getList("claims.speaker.id"));
        assertEquals(
                "Ministry of Finance of Moldova",
                first.getString("claims.find { it.text.startsWith('We have') }.speaker.name"),
                first::prettify);
        assertEquals(
                List.of("MDA"),
                first.getList("claims.country.alpha3").stream().distinct().toList());
    }

    @Test
    void aPlaceOfTwoCountriesIsThatOfWhichTheArticleTells() {
        String said = "“The vote will be held,” Georgia’s prime minister said. The people of Georgia waited. ";
        assertEquals(
                "GEO",
                submit("2025-03-13", "The crowds in Tbilisi grew. " + said + unique("x"))
                        .getString("claims[0].country.alpha3"));
        String state =
                "American voters in Atlanta went to the polls; Washington and the United States watched. Georgia officials said the count was slow. ";
        assertEquals("USA", submit("2025-03-13", state + unique("x")).getString("claims[0].country.alpha3"));
    }

    @Test
    void aDeniedReportIsAClaimOfWhoDeniesIt() {
        JsonPath found = submit(
                "2025-03-13", "Iran’s foreign ministry denied that it had sent missiles to Russia. " + unique("x"));
        assertEquals(
                List.of("Ministry of Foreign Affairs of Iran", "IRN"),
                List.of(found.get("claims[0].speaker.name"), found.get("claims[0].country.alpha3")));
        assertFalse(found.getString("claims[0].text").isEmpty());
    }

    /** A surname that no other test has. */
    private static String surname() {
        return "Q" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "u") + "inov";
    }
}
