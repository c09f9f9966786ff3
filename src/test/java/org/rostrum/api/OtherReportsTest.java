package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims of different articles that report the same utterance are found from each other. */
@QuarkusTest
class OtherReportsTest extends ApiTest {

    private static final String QUOTATION =
            "We shall not trade one square metre of the harbour for a promise that nobody can keep";

    @Test
    void theSameWordsOfTheSameSpeakerInAnotherArticleAreAnotherReport() {
        String mark = unique("harbour");
        String speaker = person(unique("Reported"));
        String first = claim(speaker, QUOTATION + " " + mark, "2025-03-13");
        String second = claim(
                speaker,
                "we shall not trade one square metre of the harbour for a promise nobody can keep, " + mark,
                "2025-03-14");
        assertEquals(List.of(second), others(first));
        assertEquals(List.of(first), others(second));
        String third = claim(speaker, QUOTATION + " " + mark, "2025-03-13");
        assertEquals(2, others(first).size());
        assertEquals(2, others(third).size());
    }

    @Test
    void aParaphraseOfTheDayBesideItsQuotationIsAnotherReport() {
        String speaker = person(unique("Paraphrased"));
        String quotation = claim(
                speaker,
                "The harbour belongs to the fishermen and no foreign company will ever receive a licence",
                "2025-03-13");
        String paraphrase =
                claim(speaker, "that no foreign company would ever receive a licence for the harbour", "2025-03-13");
        assertEquals(List.of(paraphrase), others(quotation));
    }

    @Test
    void otherSpeakersOtherDaysAndTheSameArticleAreNot() {
        String speaker = person(unique("Alone"));
        String first = claim(speaker, QUOTATION, "2025-03-13");
        claim(person(unique("Other")), QUOTATION, "2025-03-13");
        claim(speaker, QUOTATION, "2024-03-13");
        claim(speaker, "Completely different things were told to the reporters about fishing quotas", "2025-03-13");
        assertEquals(List.of(), others(first));
        String article = store(QUOTATION + ". " + QUOTATION + ". " + unique("x"));
        String same = record(with(
                claim(article, 0, QUOTATION.length()), "speaker", person(unique("Repeats")), "saidOn", "2025-03-13"));
        assertEquals(List.of(), others(same));
    }

    @Test
    void aCorrectedSpeakerChangesTheGroup() {
        String speaker = person(unique("Right"));
        String first = claim(speaker, QUOTATION, "2025-03-13");
        String second = claim(person(unique("Wrong")), QUOTATION, "2025-03-13");
        assertEquals(List.of(), others(first));
        change("reviewClaim", "claim { id }", input("claimId", second, "review", "CORRECTED", "speaker", speaker));
        assertEquals(List.of(second), others(first));
        change("reviewClaim", "claim { id }", input("claimId", second, "review", "REJECTED"));
        assertEquals(List.of(), others(first));
    }

    @Test
    void articlesThatAreReadAreGroupedToo() {
        String words = unique("lighthouse");
        String quote = "“The " + words + " will shine for every ship that passes our shore tonight,” ";
        JsonPath first = ResolutionTest.submit("2025-03-13", quote + "Mark Rutte said on Thursday. " + unique("x"));
        JsonPath second = ResolutionTest.submit(
                "2025-03-14",
                "At the conference, NATO Secretary General Mark Rutte said on Thursday: " + quote.strip() + " "
                        + unique("y"));
        assertEquals(List.of(second.getString("claims[0].id")), others(first.getString("claims[0].id")));
    }

    private static String claim(String speaker, String words, String saidOn) {
        String article = store(words + " " + unique("in"));
        return record(with(claim(article, 0, words.length()), "speaker", speaker, "saidOn", saidOn));
    }

    private static List<String> others(String claim) {
        return ask("query($id: ID!) { claim(id: $id) { otherReports { nodes { id } } } }", Map.of("id", claim))
                .getList("claim.otherReports.nodes.id");
    }
}
