package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events are recorded once and updated; a wrong input changes nothing. */
@QuarkusTest
class EventMutationTest extends ApiTest {

    private static final String MISSING_CLAIM = "claim_01h455vb4pex5vsknk084sn02q";
    private static final String MISSING_ACTOR = "actor_01h455vb4pex5vsknk084sn02q";

    @Test
    void anEventIsRecordedOnceAndAnUpdateChangesOnlyTheFieldsProvided() {
        List<String> ids = articleWithClaims(2);
        String ada = person(unique("Ada Event"));
        Map<String, Object> input = input(
                "type",
                "CONSULT",
                "title",
                unique("A summit"),
                "date",
                "2025-05-10",
                "endDate",
                "2025-05-11",
                "country",
                "UKR",
                "place",
                "Kyiv",
                "participants",
                List.of(input("actor", ada, "role", "HOST"), input("actor", ada, "role", "HOST")),
                "claims",
                List.of(ids.get(1), ids.get(1)));
        String fields =
                "event { id type title date datePrecision endDate country { alpha3 } place participants { role actor { id } } claims { nodes { id } } articles { nodes { id } } }";
        JsonPath made = change("recordEvent", fields, input);
        assertEquals(List.of(ids.get(0)), made.getList("event.articles.nodes.id"));
        assertEquals(1, made.getList("event.participants").size());
        String id = made.getString("event.id");
        JsonPath again = mutate("recordEvent", "event { id }", input);
        assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
        assertEquals(id, again.getString("event.id"));
        JsonPath changed = change(
                "updateEvent",
                fields,
                input(
                        "eventId",
                        id,
                        "title",
                        "Renamed",
                        "place",
                        null,
                        "addClaims",
                        List.of(ids.get(2)),
                        "removeClaims",
                        List.of(ids.get(1))));
        assertEquals(
                Arrays.asList("CONSULT", "Renamed", "2025-05-10", "DAY", "2025-05-11", "UKR", null),
                Arrays.asList(
                        changed.get("event.type"),
                        changed.get("event.title"),
                        changed.get("event.date"),
                        changed.get("event.datePrecision"),
                        changed.get("event.endDate"),
                        changed.get("event.country.alpha3"),
                        changed.get("event.place")));
        assertEquals(List.of(ids.get(2)), changed.getList("event.claims.nodes.id"));
        assertEquals(1, changed.getList("event.participants").size());
        JsonPath undated = change(
                "updateEvent", fields, input("eventId", id, "date", null, "endDate", null, "participants", List.of()));
        assertEquals(
                Arrays.asList(null, "UNKNOWN", null, 0),
                Arrays.<Object>asList(
                        undated.<Object>get("event.date"),
                        undated.<Object>get("event.datePrecision"),
                        undated.<Object>get("event.endDate"),
                        undated.getList("event.participants").size()));
    }

    @Test
    void aWrongEventIsRefused() {
        Map<String, Object> good = input("type", "CONSULT", "title", unique("Good title"), "date", "2025-05-10");
        mistaken("recordEvent", "REQUIRED", "title", with(good, "title", ""));
        mistaken("recordEvent", "CONFLICT", "date", with(good, "endDate", "2025-05-09"));
        mistaken("recordEvent", "OUT_OF_RANGE", "date", with(good, "date", "0100-01-01"));
        mistaken("recordEvent", "NOT_FOUND", "country", with(good, "country", "ZZ"));
        mistaken(
                "recordEvent",
                "NOT_FOUND",
                "participants.0.actor",
                with(good, "participants", List.of(input("actor", MISSING_ACTOR))));
        mistaken("recordEvent", "NOT_FOUND", "claims.0", with(good, "claims", List.of(MISSING_CLAIM)));
        mistaken("recordEvent", "CONFLICT", "datePrecision", with(good, "datePrecision", "UNKNOWN"));
        mistaken(
                "updateEvent",
                "NOT_FOUND",
                "eventId",
                input("eventId", "event_01h455vb4pex5vsknk084sn02q", "title", "x"));
        String id = change("recordEvent", "event { id }", good).getString("event.id");
        mistaken("updateEvent", "REQUIRED", "title", input("eventId", id, "title", null, "place", "Nowhere"));
        assertNull(ask("query($id: ID!) { event(id: $id) { place } }", Map.of("id", id))
                .get("event.place"));
    }

    @Test
    void aRoleOfNullIsTheDefault() {
        JsonPath event = change(
                "recordEvent",
                "event { participants { role } }",
                input(
                        "type",
                        "CONSULT",
                        "title",
                        unique("Talks"),
                        "participants",
                        List.of(input("actor", person(unique("Nula Role")), "role", null))));
        assertEquals(List.of("OTHER"), event.getList("event.participants.role"));
    }
}
