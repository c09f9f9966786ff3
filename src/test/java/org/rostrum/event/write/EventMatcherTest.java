package org.rostrum.event.write;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.event.Event;
import org.rostrum.event.ParticipantRole;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

class EventMatcherTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 11);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final UUID COUNTRY = new UUID(1, 1);
    private static final UUID ABROAD = new UUID(1, 2);

    @Test
    void twoCommonParticipantsSufficeOnTheSameDayOrWithTheSameName() {
        Event talks = event("Talks in Jeddah", DAY, null);
        assertTrue(EventMatcher.isSame(talks, Set.of(ONE, OTHER), draft("Meeting", DAY, null, ONE, OTHER)));
        assertTrue(EventMatcher.isSame(talks, Set.of(ONE, OTHER), draft("Talks", DAY.plusDays(1), null, ONE, OTHER)));
        assertFalse(
                EventMatcher.isSame(talks, Set.of(ONE, OTHER), draft("Meeting", DAY.plusDays(1), null, ONE, OTHER)));
    }

    @Test
    void oneCommonParticipantNeedsTheSameDayAndNameAndCountry() {
        Event talks = event("Talks in Jeddah", DAY, COUNTRY);
        assertTrue(EventMatcher.isSame(talks, Set.of(ONE), draft("Talks", DAY, COUNTRY, ONE)));
        assertFalse(EventMatcher.isSame(talks, Set.of(ONE), draft("Talks", DAY, null, ONE)));
        assertFalse(EventMatcher.isSame(talks, Set.of(ONE), draft("Talks", DAY.plusDays(1), COUNTRY, ONE)));
    }

    @Test
    void allParticipantsOfOneReportMustBeInTheOther() {
        Event talks = event("Talks in Jeddah", DAY, COUNTRY);
        assertTrue(EventMatcher.isSame(talks, Set.of(ONE, OTHER, THIRD), draft("Talks", DAY, COUNTRY, ONE, OTHER)));
        assertFalse(EventMatcher.isSame(talks, Set.of(ONE, THIRD), draft("Talks", DAY, COUNTRY, ONE, OTHER)));
        assertFalse(EventMatcher.isSame(talks, Set.of(), draft("Talks", DAY, COUNTRY)));
    }

    @Test
    void anotherCountryOrMoreThanADayApartIsAnotherEvent() {
        Event talks = event("Talks in Jeddah", DAY, COUNTRY);
        assertFalse(EventMatcher.isSame(talks, Set.of(ONE, OTHER), draft("Talks", DAY, ABROAD, ONE, OTHER)));
        assertFalse(
                EventMatcher.isSame(talks, Set.of(ONE, OTHER), draft("Talks", DAY.plusDays(2), COUNTRY, ONE, OTHER)));
    }

    private static Event event(String title, LocalDate date, UUID country) {
        Event event = new Event();
        event.type = EventType.CONSULT;
        event.title = title;
        event.countryKey = country;
        event.setPeriod(date, DatePrecision.DAY, null);
        return event;
    }

    private static EventDraft draft(String name, LocalDate date, UUID country, UUID... participants) {
        Map<UUID, ParticipantRole> parts = new HashMap<>();
        for (UUID participant : participants) {
            parts.put(participant, ParticipantRole.OTHER);
        }
        return new EventDraft(
                EventType.CONSULT,
                name,
                name + " elsewhere",
                date,
                DatePrecision.DAY,
                country,
                null,
                parts,
                List.of(),
                Set.of());
    }
}
