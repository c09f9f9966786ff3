package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.actor.reference.ReferenceDataLoader;

/** The facts that ship: countries, organisations, office holders. */
@QuarkusTest
class ReferenceDataTest extends ApiTest {

    @Inject
    ReferenceDataLoader reference;

    @Inject
    EntityManager entities;

    private long count(String sql) {
        return ((Number) entities.createNativeQuery(sql, Long.class).getSingleResult()).longValue();
    }

    @Test
    void hasEveryCountryOfIso3166WithItsCodesAdjectiveAndItem() {
        for (String code : Locale.getISOCountries()) {
            JsonPath country = ask(
                    "query($c: String!) { country(code: $c) { alpha2 alpha3 name demonym wikidataId } }",
                    Map.of("c", code));
            assertEquals(code, country.getString("country.alpha2"));
            assertEquals(new Locale("", code).getISO3Country(), country.getString("country.alpha3"));
            assertTrue(country.getString("country.wikidataId").matches("Q[0-9]+"), code);
            assertTrue(!country.getString("country.demonym").isBlank(), code);
        }
    }

    @Test
    void hasOrganisationsAndOfficeHolders() {
        assertTrue(count(
                        "select count(*) from actor where kind = 'ORGANIZATION' and country_id is null and recorded_at < current_timestamp")
                >= 40);
        assertTrue(count("select count(distinct actor_id) from affiliation where country_id is not null") >= 150);
        for (String name : List.of("UN", "NATO", "EU", "G7", "OSCE", "IAEA")) {
            assertTrue(
                    ask(
                                    "query($n: String) { actors(first: 100, filter: {text: $n, type: [ORGANIZATION]}) { nodes { aliases } } }",
                                    Map.of("n", name))
                            .<List<String>>getList("actors.nodes.aliases")
                            .stream()
                            .anyMatch(aliases -> aliases.contains(name)),
                    name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Donald Trump, 2020-06-01, President of the United States, USA",
        "Donald Trump, 2025-06-01, President of the United States, USA",
        "Mark Rutte, 2020-06-01, Prime Minister of the Netherlands, NLD",
        "Wang Yi, 2024-01-01, Minister of Foreign Affairs of China, CHN"
    })
    void saysWhoHeldWhichPostOnADay(String name, String day, String title, String country) {
        JsonPath actor = ask(
                "query($n: String, $d: Date) { actors(filter: {text: $n}) { nodes { affiliations(on: $d) { title country { alpha3 } } } } }",
                Map.of("n", name, "d", day));
        assertEquals(title, actor.getString("actors.nodes[0].affiliations[0].title"));
        assertEquals(country, actor.getString("actors.nodes[0].affiliations[0].country.alpha3"));
    }

    @Test
    void loadingAgainChangesNothing() {
        List<String> tables = List.of("actor", "actor_alias", "affiliation", "territory_name", "reference_file");
        List<Long> before = tables.stream()
                .map(table -> count("select count(*) from " + table))
                .toList();
        reference.load();
        // As if the files were newer than what the database holds.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update reference_file set checksum = 'older'")
                        .executeUpdate());
        reference.load();
        assertEquals(
                before,
                tables.stream()
                        .map(table -> count("select count(*) from " + table))
                        .toList());
        assertEquals(
                6,
                new TreeSet<>(entities.createNativeQuery("select checksum from reference_file", String.class)
                                .getResultList())
                        .size());
    }

    /**
     * Else an article that tells of somebody new would be compared with them again and again, until somebody else
     * changed something.
     */
    @Test
    void whatIsLoadedCountsAsChangedBeforeEverythingThatFollows() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update reference_file set checksum = 'older'")
                    .executeUpdate();
            for (String of :
                    List.of("territory_name where country_id", "actor_alias where actor_id", "actor where id")) {
                entities.createNativeQuery("delete from " + of + " in (select id from actor where alpha2 = 'TV')")
                        .executeUpdate();
            }
        });
        reference.load();
        assertEquals(1, count("select count(*) from actor where alpha2 = 'TV'"));
        assertEquals(
                0,
                count(
                        "select count(*) from actor where updated_at > (select last_change from change_clock where id = 1)"));
    }
}
