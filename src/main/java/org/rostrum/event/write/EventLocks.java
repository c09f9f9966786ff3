package org.rostrum.event.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;
import org.rostrum.store.tx.KeyLocks.Stage;

/** The keys that are locked before events are recorded. */
public final class EventLocks {

    private EventLocks() {}

    /**
     * The keys to lock in {@link Stage#CONTENT}. Two events that {@linkplain EventMatcher may be the same} are at most
     * a day apart and have an actor in common, so they share a key.
     *
     * @param date the date; null only for one of unknown precision
     * @param actors the participants' keys
     */
    public static List<String> keys(
            @Nullable EventType type, @Nullable LocalDate date, DatePrecision precision, Collection<UUID> actors) {
        if (precision != DatePrecision.DAY || date == null) {
            return List.of();
        }
        return actors.stream()
                .flatMap(actor ->
                        Stream.of(date, date.plusDays(1)).map(day -> "event " + type + ' ' + day + ' ' + actor))
                .toList();
    }
}
