package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Actors are recorded once, updated and merged; a wrong input changes nothing. */
@QuarkusTest
class ActorMutationTest extends ApiTest {

    private static final String MISSING_ACTOR = "actor_01h455vb4pex5vsknk084sn02q";

    @Test
    void anActorIsRecordedOnce() {
        String name = unique("Olga Órdoñez");
        String item = "Q8" + System.nanoTime() % 100_000_000;
        JsonPath made = change(
                        "recordActor",
                        "actor { __typename id name aliases wikidataId country { alpha3 } affiliations { title from until country { alpha2 } organization { name } } }",
                        input(
                                "type",
                                "PERSON",
                                "name",
                                " " + name + " ",
                                "aliases",
                                List.of("O. O.", "O. O."),
                                "wikidataId",
                                item,
                                "country",
                                "ESP",
                                "affiliations",
                                List.of(input(
                                        "title",
                                        "Envoy",
                                        "from",
                                        "2024-01-01",
                                        "until",
                                        "2024-12-31",
                                        "country",
                                        "es"))))
                .setRootPath("data.recordActor.actor");
        assertEquals(
                List.of("Person", name, List.of("O. O."), item, "ESP"),
                List.of(
                        made.get("__typename"),
                        made.get("name"),
                        made.get("aliases"),
                        made.get("wikidataId"),
                        made.get("country.alpha3")));
        assertEquals("2024-12-31", made.getString("affiliations[0].until"));
        JsonPath byItem =
                mutate("recordActor", "actor { id }", input("type", "PERSON", "name", "Somebody", "wikidataId", item));
        JsonPath byName = mutate(
                "recordActor", "actor { id }", input("type", "PERSON", "name", name.replace("Órdoñez", "ordonez")));
        for (JsonPath again : List.of(byItem, byName)) {
            assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
            assertEquals(made.getString("id"), again.getString("actor.id"));
        }
        assertEquals(
                List.of(),
                mutate("recordActor", "", input("type", "PERSON", "name", name, "wikidataId", item + "1"))
                        .getList("userErrors"));
        assertEquals(
                List.of(),
                mutate("recordActor", "", input("type", "GROUP", "name", name)).getList("userErrors"));
    }

    @Test
    void aNamesakeIsRecordedWhenTheOthersAreNamed() {
        String name = unique("John Smith");
        String one = person(name);
        JsonPath other = change(
                "recordActor", "actor { id }", input("type", "PERSON", "name", name, "namesakeOf", List.of(one)));
        assertNotNull(other.getString("actor.id"));
        assertNotEquals(one, other.getString("actor.id"));
        JsonPath third = mutate(
                "recordActor", "actor { id }", input("type", "PERSON", "name", name, "namesakeOf", List.of(one)));
        assertEquals("ALREADY_EXISTS", third.getString("userErrors[0].code"), "the second was not named");
        mistaken(
                "recordActor",
                "NOT_FOUND",
                "namesakeOf.0",
                input("type", "PERSON", "name", name, "namesakeOf", List.of(MISSING_ACTOR)));
    }

    @Test
    void aWrongActorIsRefused() {
        Map<String, Object> good = input("type", "PERSON", "name", unique("Good Name"));
        mistaken("recordActor", "INVALID", "type", with(good, "type", "COUNTRY"));
        mistaken("recordActor", "REQUIRED", "name", with(good, "name", ""));
        mistaken("recordActor", "TOO_LONG", "name", with(good, "name", "x".repeat(301)));
        mistaken("recordActor", "INVALID", "wikidataId", with(good, "wikidataId", "P31"));
        mistaken("recordActor", "NOT_FOUND", "country", with(good, "country", "Atlantis"));
        mistaken("recordActor", "REQUIRED", "aliases.1", with(good, "aliases", List.of("a", "")));
        mistaken(
                "recordActor",
                "TOO_LONG",
                "aliases",
                with(
                        good,
                        "aliases",
                        IntStream.range(0, 101).mapToObj(i -> "a" + i).toList()));
        mistaken(
                "recordActor",
                "CONFLICT",
                "affiliations.0.from",
                with(good, "affiliations", List.of(input("title", "x", "from", "2024-02-01", "until", "2024-01-01"))));
        mistaken(
                "recordActor",
                "REQUIRED",
                "affiliations.0.title",
                with(good, "affiliations", List.of(input("title", " "))));
        mistaken(
                "recordActor",
                "NOT_FOUND",
                "affiliations.0.country",
                with(good, "affiliations", List.of(input("title", "x", "country", "ZZ"))));
        mistaken(
                "recordActor",
                "NOT_FOUND",
                "affiliations.0.organization",
                with(good, "affiliations", List.of(input("title", "x", "organization", MISSING_ACTOR))));
        mistaken(
                "recordActor",
                "NOT_FOUND",
                "affiliations.0.organization",
                with(
                        good,
                        "affiliations",
                        List.of(input("title", "x", "organization", person(unique("Not Organized"))))));
        assertEquals(List.of(), mutate("recordActor", "", good).getList("userErrors"));
    }

    @Test
    void anUpdateChangesOnlyTheFieldsProvidedAndTheActorsClaimsFollow() {
        String id = person(
                unique("Uma Update"),
                "aliases",
                List.of("U."),
                "country",
                "SE",
                "affiliations",
                List.of(input("title", "Minister", "country", "SE", "from", "2020-01-01")));
        String claim = record(with(claim(store("abc " + unique("x")), 0, 3), "speaker", id, "saidOn", "2025-01-01"));
        String actor = "actor { name aliases wikidataId country { alpha3 } affiliations { title } }";
        JsonPath renamed = change("updateActor", actor, input("actorId", id, "name", "Uma U."));
        assertEquals(
                List.of("Uma U.", List.of("U."), "SWE", List.of("Minister")),
                List.of(
                        renamed.get("actor.name"),
                        renamed.get("actor.aliases"),
                        renamed.get("actor.country.alpha3"),
                        renamed.get("actor.affiliations.title")));
        change(
                "updateActor",
                actor,
                input(
                        "actorId",
                        id,
                        "aliases",
                        List.of(),
                        "affiliations",
                        List.of(input("title", "Envoy", "country", "NO", "from", "2024-01-01"))));
        String query =
                "query($id: ID!) { claim(id: $id) { capacity { title } country { alpha3 } speaker { aliases country { alpha3 } } } }";
        JsonPath after = ask(query, Map.of("id", claim));
        assertEquals(
                List.of("Envoy", "NOR", List.of(), "NOR"),
                List.of(
                        after.get("claim.capacity.title"),
                        after.get("claim.country.alpha3"),
                        after.get("claim.speaker.aliases"),
                        after.get("claim.speaker.country.alpha3")));
        change("updateActor", actor, input("actorId", id, "country", null, "affiliations", null));
        JsonPath none = ask(query, Map.of("id", claim));
        assertEquals(
                Arrays.asList(null, null, null),
                Arrays.asList(
                        none.get("claim.capacity"), none.get("claim.country"), none.get("claim.speaker.country")));
    }

    @Test
    void aWrongUpdateIsRefused() {
        String id = person(unique("Vera Valid"));
        String item = "Q7" + System.nanoTime() % 100_000_000;
        person(unique("Item Holder"), "wikidataId", item);
        mistaken("updateActor", "NOT_FOUND", "actorId", input("actorId", MISSING_ACTOR, "name", "x"));
        mistaken("updateActor", "REQUIRED", "name", input("actorId", id, "name", null));
        mistaken("updateActor", "ALREADY_EXISTS", "wikidataId", input("actorId", id, "wikidataId", item));
        String ukraine = ask("{ country(code: \"UA\") { id } }").getString("country.id");
        mistaken("updateActor", "INVALID", "country", input("actorId", ukraine, "country", "RU"));
    }

    @Test
    void mergedActorsBecomeOne() {
        String goneName = unique("Merge Gone");
        String gone = person(
                goneName,
                "aliases",
                List.of("Gonny"),
                "affiliations",
                List.of(input("title", "Minister", "country", "PL", "from", "2020-01-01")));
        String stays = person(unique("Merge Stays"));
        String article = store("abcde abcde " + unique("x"));
        String claim = record(with(claim(article, 0, 5), "speaker", gone, "saidOn", "2025-01-01"));
        String other = record(with(claim(article, 6, 11), "addressee", gone, "speaker", stays));
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "CONSULT",
                                "title",
                                unique("Talks"),
                                "participants",
                                List.of(
                                        input("actor", gone, "role", "SOURCE"),
                                        input("actor", stays, "role", "SOURCE"),
                                        input("actor", gone, "role", "HOST"))))
                .getString("event.id");
        JsonPath merged = change(
                        "mergeActors",
                        "actor { id aliases affiliations { title } claims { totalCount } events { nodes { id participants { role actor { id } } } } }",
                        input("actorId", gone, "intoActorId", stays))
                .setRootPath("data.mergeActors.actor");
        assertEquals(stays, merged.getString("id"));
        assertEquals(new TreeSet<>(List.of(goneName, "Gonny")), new TreeSet<>(merged.<String>getList("aliases")));
        assertEquals(List.of("Minister"), merged.getList("affiliations.title"));
        assertEquals(2, merged.getInt("claims.totalCount"));
        assertEquals(List.of(event), merged.getList("events.nodes.id"));
        assertEquals(List.of(List.of("SOURCE", "HOST")), merged.getList("events.nodes.participants.role"));
        JsonPath after = ask(
                "query($o: ID!, $c: ID!, $d: ID!) { actor(id: $o) { id } a: claim(id: $c) { speaker { id } country { alpha3 } } b: claim(id: $d) { addressee { id } } }",
                Map.of("o", gone, "c", claim, "d", other));
        assertEquals(
                List.of(stays, stays, "POL", stays),
                List.of(
                        after.get("actor.id"),
                        after.get("a.speaker.id"),
                        after.get("a.country.alpha3"),
                        after.get("b.addressee.id")));
        assertEquals(
                0,
                ask(
                                "query($t: String) { actors(filter: {text: $t, type: [GROUP]}) { totalCount } }",
                                Map.of("t", goneName))
                        .getInt("actors.totalCount"));
        String group = change("recordActor", "actor { id }", input("type", "GROUP", "name", unique("A Group")))
                .getString("actor.id");
        mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", stays, "intoActorId", stays));
        mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", gone, "intoActorId", stays));
        mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", group, "intoActorId", stays));
        mistaken("mergeActors", "NOT_FOUND", "actorId", input("actorId", MISSING_ACTOR, "intoActorId", stays));
    }
}
