package org.rostrum.event.write;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.event.Event;
import org.rostrum.graph.value.DatePrecision;

/** Decides whether an event that an article reports is a recorded one. */
final class EventMatcher {

    private EventMatcher() {}

    /**
     * Whether an event is the draft as an earlier extraction of the same article recorded it: the same type, title and
     * date.
     */
    static boolean isUnchanged(Event event, EventDraft draft) {
        return event.type == draft.type()
                && event.title.equals(draft.title())
                && Objects.equals(event.date, draft.date());
    }

    /**
     * Whether two reports are of one event: the same type, at most a day apart, not in different countries, and the
     * participants of the one are all among those of the other. Two participants in common suffice on the same day or
     * with the same name; one alone needs the same day and name, and either the same country or the same title.
     *
     * @param participants the keys of the recorded event's participants
     */
    static boolean isSame(Event event, Set<UUID> participants, EventDraft draft) {
        if (event.type != draft.type() || !isAdjacent(event, draft) || isElsewhere(event, draft)) {
            return false;
        }
        Set<UUID> shared = new LinkedHashSet<>(participants);
        shared.retainAll(draft.parts().keySet());
        if (shared.isEmpty()
                || shared.size() < Math.min(participants.size(), draft.parts().size())) {
            return false;
        }
        boolean sameDay = Objects.equals(event.date, draft.date());
        boolean sameName = event.title.startsWith(draft.name());
        if (shared.size() > 1) {
            return sameDay || sameName;
        }
        boolean sameCountry = event.countryKey != null && event.countryKey.equals(draft.country());
        return sameName && sameDay && (sameCountry || event.title.equals(draft.title()));
    }

    private static boolean isAdjacent(Event event, EventDraft draft) {
        return draft.precision() == DatePrecision.DAY
                && event.datePrecision == DatePrecision.DAY
                && Math.abs(ChronoUnit.DAYS.between(event.date, draft.date())) <= 1;
    }

    private static boolean isElsewhere(Event event, EventDraft draft) {
        return event.countryKey != null && draft.country() != null && !event.countryKey.equals(draft.country());
    }
}
