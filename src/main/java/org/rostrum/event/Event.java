package org.rostrum.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.SortDate;
import org.rostrum.store.record.AuthoredEntity;

/** Something that happened or is planned. */
@Entity
@Description("Something that happened or is planned.")
public class Event extends AuthoredEntity implements Node, SearchResult {

    /** The prefix of events' ids. */
    public static final String PREFIX = "event";

    /** What happened. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("What happened, by PLOVER.")
    public EventType type;

    /** What happened, in words. */
    @NonNull
    @Description("What happened, in words.")
    public String title;

    /** The first day. */
    @Description("When it happened, or began; for a month or a year its first day.")
    public @Nullable LocalDate date;

    /** How much of the date is known. */
    @Column(name = "date_precision", nullable = false)
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How much of the date is known.")
    public DatePrecision datePrecision;

    /** The last day. */
    @Column(name = "end_date")
    @Description("The last day, where it took several.")
    public @Nullable LocalDate endDate;

    @Ignore
    @Column(name = "date_order", nullable = false)
    public LocalDate dateOrder;

    @Ignore
    @Column(name = "country_id")
    public @Nullable UUID countryKey;

    /** Where it happened, as far as known below the country. */
    @Description("Where it happened, as far as known below the country.")
    public @Nullable String place;

    /** Whether a machine read it. */
    @Ignore
    @Column(nullable = false)
    public boolean extracted;

    /** Sets when it happened. */
    public void setPeriod(@Nullable LocalDate first, DatePrecision precision, @Nullable LocalDate last) {
        date = first;
        datePrecision = precision;
        endDate = last;
        dateOrder = SortDate.of(first);
    }

    /** What can be changed, as text: for the event's history. */
    public Map<String, Object> audited() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("title", title);
        fields.put("date", date);
        fields.put("datePrecision", datePrecision);
        fields.put("endDate", endDate);
        fields.put("country", ActorEntity.id(countryKey));
        fields.put("place", place);
        return fields;
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
