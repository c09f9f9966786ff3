package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/** An event while it is assembled from all the sentences of an article that describe it. */
final class AssembledEvent {

    static final String VISIT = "Visit";
    /** What one article may call the same meeting. */
    private static final Set<String> MEETINGS = Set.of("Meeting", VISIT, "Talks", "Summit");

    private static final int MAX_CLAUSES = 20;

    final EventType type;
    private String name;
    private @Nullable LocalDate date;
    private DatePrecision precision = DatePrecision.UNKNOWN;
    /** The key of the country where it happened, or null. */
    @Nullable
    UUID country;
    /** As printed, or null. */
    @Nullable
    String place;

    final Map<UUID, ParticipantRole> participants = new LinkedHashMap<>();
    final List<Mention> clauses = new ArrayList<>();
    /** The indexes of the statements about it. */
    final Set<Integer> statements = new LinkedHashSet<>();

    AssembledEvent(ExtractedEvent event) {
        this.type = event.type();
        this.name = event.name();
        clauses.add(event.clause());
        setDate(event.date());
    }

    String name() {
        return name;
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    DatePrecision precision() {
        return precision;
    }

    /** Sets the date; null leaves it unknown, and so does the day of publication, which says nothing of an event. */
    void setDate(@Nullable UtteranceDate day) {
        if (day != null && day.basis() != DateBasis.PUBLICATION) {
            date = day.date();
            precision = day.precision();
        }
    }

    boolean isVisit() {
        return name.equals(VISIT);
    }

    /**
     * Whether both are the same event: of one type, with compatible names, dates and countries, and the participants of
     * one among those of the other.
     */
    boolean isSameAs(AssembledEvent other) {
        boolean sameName = name.equals(other.name) || MEETINGS.contains(name) && MEETINGS.contains(other.name);
        boolean sameCountry = country == null || other.country == null || country.equals(other.country);
        if (type != other.type || !sameName || !mayShareDate(other) || !sameCountry) {
            return false;
        }
        boolean consultedOnSameDay = type == EventType.CONSULT && date != null && date.equals(other.date);
        return hasAllParticipantsOf(other)
                || other.hasAllParticipantsOf(this)
                || consultedOnSameDay && other.participants.keySet().stream().anyMatch(participants::containsKey);
    }

    private boolean mayShareDate(AssembledEvent other) {
        return date == null
                || other.date == null
                || date.equals(other.date)
                || precision != DatePrecision.DAY && other.precision != DatePrecision.DAY;
    }

    private boolean hasAllParticipantsOf(AssembledEvent other) {
        // Comparing the sizes first spares most comparisons of the sets.
        return participants.size() >= other.participants.size()
                && participants.keySet().containsAll(other.participants.keySet());
    }

    /** Adds what another sentence says of the same event. */
    void merge(AssembledEvent other) {
        other.participants.forEach(participants::putIfAbsent);
        if (date == null || precision != DatePrecision.DAY && other.precision == DatePrecision.DAY) {
            date = other.date;
            precision = other.precision;
        }
        country = country == null ? other.country : country;
        place = place == null ? other.place : place;
        name = isVisit() ? other.name : name;
        if (clauses.size() < MAX_CLAUSES) {
            clauses.addAll(other.clauses);
        }
        statements.addAll(other.statements);
    }

    /** Whether enough is known to record the event: a date, or two participants of whom one acts. */
    boolean isComplete() {
        return date != null || participants.size() > 1 && participants.containsValue(ParticipantRole.SOURCE);
    }

    /** Whether a text at an offset follows one of the event's sentences at once, so that it belongs to the event. */
    boolean isFollowedAt(int offset) {
        return clauses.stream().anyMatch(clause -> offset >= clause.end() && offset - clause.end() < 5);
    }
}
