package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an article's text to claims with speakers, countries and evidence. */
@QuarkusTest
class SubmitArticleTest extends ApiTest {

    private static final String CLAIMS = """
      article { id } claims { text kind cue act speakerMention saidOn review
        speaker { name country { alpha3 } } capacity { title } country { alpha3 } addressee { name } evidence { start end exact } } extractionSkipped""";

    private static JsonPath submit(String body, Object... more) {
        return change("submitArticle", CLAIMS, with(with(article(body), "extract", true), more));
    }

    @Test
    void quotationsBecomeClaimsOfKnownActors() {
        String body = """
        “We will answer when the time has come,” Kremlin spokesman Dmitry Peskov told reporters on Tuesday. “Not before.”
        Secretary of State Marco Rubio said: "It is their turn." Rubio had met President Emmanuel Macron.
        “Europe has to be heard,” said Macron.
        “Nobody asked us,” he said.
        """ + unique("The end");
        JsonPath found = submit(body);
        assertEquals(
                List.of(
                        "We will answer when the time has come … Not before.",
                        "It is their turn.",
                        "Europe has to be heard",
                        "Nobody asked us"),
                found.getList("claims.text"));
        assertEquals(
                List.of("Dmitry Peskov", "Marco Rubio", "Emmanuel Macron"), found.getList("claims[0..2].speaker.name"));
        assertEquals(List.of("RUS", "USA", "FRA"), found.getList("claims[0..2].country.alpha3"));
        assertEquals("Secretary of State of the United States", found.getString("claims[1].capacity.title"));
        assertEquals(
                Arrays.asList("Emmanuel Macron", "he"),
                Arrays.asList(found.getString("claims[3].speaker.name"), found.getString("claims[3].speakerMention")));
        assertEquals("2025-03-11", found.getString("claims[0].saidOn"));
        assertEquals(
                List.of("EXTRACTED", "DIRECT", "STATE"),
                List.of(found.get("claims[0].review"), found.get("claims[0].kind"), found.get("claims[0].act")));
        for (Map<String, Object> evidence : found.<List<Map<String, Object>>>getList("claims.evidence").stream()
                .flatMap(List::stream)
                .toList()) {
            assertEquals(body.substring((int) evidence.get("start"), (int) evidence.get("end")), evidence.get("exact"));
        }
    }

    @Test
    void anUnknownPersonWithAPostIsRecordedAndFoundAgain() {
        String name = "Zoryana Q" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
        JsonPath first = submit("“The sirens went all night,” said " + name
                + ", mayor of Mykolaiv Oblast’s second town, on Monday. " + unique("x"));
        assertEquals(
                List.of(name, "UKR", "UKR"),
                List.of(
                        first.get("claims[0].speaker.name"),
                        first.get("claims[0].speaker.country.alpha3"),
                        first.get("claims[0].country.alpha3")));
        submit("“They went again,” " + name + " told NATO. " + unique("x"));
        assertEquals(
                1,
                ask("query($n: String) { actors(filter: {text: $n}) { totalCount } }", Map.of("n", name))
                        .getInt("actors.totalCount"));
    }

    @Test
    void anUnknownNameWithoutAPostStaysAMention() {
        JsonPath found = submit("“I was there,” said Xenia Unknownova. “We know,” said the shopkeeper. " + unique("x"));
        assertEquals(Arrays.asList(null, null), found.getList("claims.speaker"));
        assertEquals(List.of("Xenia Unknownova", "the shopkeeper"), found.getList("claims.speakerMention"));
    }

    @Test
    void anOfficeMeansItsHolderOnTheDay() {
        JsonPath found = submit(
                "Vladimir Putin met Mark Carney and Justin Trudeau. “We agree,” the Russian leader said. “We wait,” said the Canadian prime minister. “No,” said the Polish president. "
                        + unique("x"));
        assertEquals(
                Arrays.asList(
                        Map.of("name", "Vladimir Putin", "country", Map.of("alpha3", "RUS")),
                        Map.of("name", "Justin Trudeau", "country", Map.of("alpha3", "CAN")),
                        Map.of("name", "Andrzej Duda", "country", Map.of("alpha3", "POL"))),
                found.getList("claims.speaker"));
    }

    @Test
    void aSurnameThatTwoPeopleInTheArticleHaveIsNobodys() {
        JsonPath found = submit(
                "Xi Jinping met Wang Yi. Donald Trump and Ivanka Trump came too; Nawaz Sharif and Shehbaz Sharif did not. “Good,” said Sharif. "
                        + unique("x"));
        assertEquals(Arrays.asList((Object) null), found.getList("claims.speaker"));
    }

    @Test
    void textsInOtherLanguagesAreStoredUnread() {
        JsonPath german = submit("“Wir warten,” said Olaf Scholz. " + unique("x"), "language", "de");
        assertEquals(List.of(), german.getList("claims"));
        assertEquals(
                "The article's language is German; statements are found in English only.",
                german.getString("extractionSkipped"));
        JsonPath mistaken = submit(
                "Der Kanzler sagte am Donnerstag, Deutschland sei bereit, die Verhandlungen mit allen Partnern wieder aufzunehmen. "
                        + unique("x"));
        assertEquals(List.of(), mistaken.getList("claims"));
        assertEquals(
                "The text looks like German; statements are found in English only.",
                mistaken.getString("extractionSkipped"));
        assertEquals(
                1,
                submit("“We wait,” said Olaf Scholz. " + unique("x"), "language", "en-GB")
                        .getList("claims")
                        .size());
    }

    @Test
    void aTextFullOfQuotationsIsReadInBoundedTime() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; body.length() < 1_500_000; i++) {
            body.append(" “No,” said N")
                    .append(Integer.toString(i + 46_656, 36).replaceAll("[0-9]", "o"))
                    .append('.');
        }
        body.append(unique(" Names"));
        JsonPath stored = assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> change(
                        "submitArticle",
                        "article { claims { totalCount } }",
                        with(article(body.toString()), "extract", true)));
        assertEquals(1_000, stored.getInt("article.claims.totalCount"));
    }

    @Test
    void aTextFullOfNamesAndOfficesIsReadInBoundedTime() {
        StringBuilder body = new StringBuilder(unique("Names. "));
        for (int i = 0; body.length() < 200_000; i++) {
            String name = Integer.toString(i + 46_656, 36).replaceAll("[0-9]", "o");
            body.append("French Minister Karl ")
                    .append(Character.toUpperCase(name.charAt(0)))
                    .append(name.substring(1))
                    .append(" met the minister in Paris on Monday, his spokesman said. ");
        }
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> change("submitArticle", "article { id }", with(article(body.toString()), "extract", true)));
    }

    @Test
    void anyTextIsTaken() {
        for (String body : List.of(
                "“",
                "”””“““",
                "\"",
                "said",
                "“\ud83d\udd4a” said 🕊 Dove",
                "<p>“Hi,” said <b>Bob</b></p>",
                "“x,” said " + "A".repeat(5000))) {
            assertTrue(submit(body + unique(" x")).getString("article.id").startsWith("article_"));
        }
    }

    /** The conjunction is no part of what was said; the evidence has it. */
    @Test
    void indirectStatementsBeginWithoutThat() {
        JsonPath found = submit("Dmitry Peskov said that the talks had failed. Marco Rubio said that is impossible. "
                + "Emmanuel Macron told reporters that they “will go on”. " + unique("It rained all day"));
        assertEquals(
                List.of("the talks had failed", "that is impossible", "they “will go on”"),
                found.getList("claims.text"));
        assertEquals(
                List.of("that the talks had failed", "that is impossible", "that they “will go on”"),
                found.getList("claims.evidence.flatten().exact"));
    }

    /** What a person marks has been read by no machine: the next word must show that it is the conjunction. */
    @Test
    void indirectStatementsThatAPersonRecordsBeginWithoutThat() {
        Map<String, String> texts = Map.of(
                "that the talks had failed",
                "the talks had failed",
                "That he would wait",
                "he would wait",
                "that day was dark",
                "that day was dark",
                "that is why",
                "that is why",
                "thatched roofs burn",
                "thatched roofs burn",
                "that Russia left",
                "that Russia left");
        texts.forEach((words, said) -> {
            String article = store(words + ", he said. " + unique("x"));
            Map<String, Object> claim = with(claim(article, 0, words.length()), "kind", "INDIRECT");
            JsonPath recorded = change("recordClaim", "claim { text evidence { exact } }", claim);
            assertEquals(said, recorded.getString("claim.text"));
            assertEquals(words, recorded.getString("claim.evidence[0].exact"));
        });
        String article = store("that the talks had failed " + unique("x"));
        assertEquals(
                "that the talks had failed",
                change("recordClaim", "claim { text }", claim(article, 0, 25)).getString("claim.text"));
    }
}
