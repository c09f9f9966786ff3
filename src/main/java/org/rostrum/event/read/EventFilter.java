package org.rostrum.event.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.graph.filter.DateRange;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.EventType;
import org.rostrum.store.sql.SqlFragment;

/** Which events a list shows: those that meet every condition given. */
@Input("EventFilter")
@Description("Which events a list shows: those that meet every condition given.")
public class EventFilter {

    @Description("Of one of these types.")
    public @Nullable List<@NonNull EventType> type;

    @Description("In one of these countries, by ISO 3166-1 alpha-2 or alpha-3 code.")
    public @Nullable List<@NonNull String> country;

    @Description("That began between these days. Events without a date are left out.")
    public @Nullable DateRange date;

    @Description("With one of these actors taking part.")
    @Id
    public @Nullable List<@NonNull String> participant;

    @Description(
            "With this text in the title or the place, in any case. A text without a letter or a digit finds nothing.")
    public @Nullable String text;

    @Description("Changed at or after this time.")
    public @Nullable Instant updatedSince;

    /** The filter over the table alias {@code e}. */
    public static SqlFragment sql(EventFilter filter, CountryCodes countries) {
        if (filter == null) {
            return SqlFragment.TRUE;
        }
        List<SqlFragment> conditions = new ArrayList<>();
        if (filter.type != null) {
            conditions.add(SqlFragment.in(
                    "e.type", filter.type.stream().map(Enum::name).distinct().toList()));
        }
        if (filter.country != null) {
            conditions.add(SqlFragment.in(
                    "filter.country", "e.country_id", countries.require("filter.country", filter.country)));
        }
        if (filter.date != null) {
            conditions.add(filter.date.on("filter.date", "e.date", "e.date_order"));
        }
        if (filter.participant != null) {
            conditions.add(SqlFragment.of("e.id in (select q.event_id from event_participant q where")
                    .then(SqlFragment.in(
                            "filter.participant",
                            "q.actor_id",
                            filter.participant.stream()
                                    .map(id -> TypeId.require("filter.participant", id, ActorEntity.PREFIX))
                                    .toList()))
                    .then(")"));
        }
        if (filter.text != null) {
            conditions.add(SqlFragment.any(List.of(
                    SqlFragment.contains("e.title", filter.text), SqlFragment.contains("e.place", filter.text))));
        }
        if (filter.updatedSince != null) {
            conditions.add(SqlFragment.of("e.updated_at >= ?", filter.updatedSince));
        }
        return SqlFragment.all(conditions);
    }
}
