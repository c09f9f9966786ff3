package org.rostrum.claim.api;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.rostrum.actor.Actor;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.claim.ClaimCount;
import org.rostrum.claim.CountDimension;
import org.rostrum.claim.CountInterval;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.Row;
import org.rostrum.store.sql.SqlFragment;

/** Counts of claims over time. */
@GraphQLApi
public class ClaimCountsApi {

    /** The most counts in one response. */
    private static final int MOST = 10_000;

    private final ActorRepository actors;
    private final CountryCodes countries;
    private final Database database;
    private final BatchLookup records;

    ClaimCountsApi(ActorRepository actors, CountryCodes countries, Database database, BatchLookup records) {
        this.actors = actors;
        this.countries = countries;
        this.database = database;
        this.records = records;
    }

    /** Counts claims. */
    @Query
    @NonNull
    @Description(
            "How many claims there are in each period that has any, the earliest first, those without a date last; of each group where `by` is given, the largest first. At most 10,000 counts.")
    public List<@NonNull ClaimCount> claimCounts(
            @Name("filter") @Description("Which claims to count.") ClaimFilter filter,
            @Name("per") @NonNull @Description("The length of the periods.") CountInterval per,
            @Name("by") @Description("What to count apart by.") CountDimension by) {
        // The databases do not agree on a week's first day, so weeks are made of days here.
        String unit =
                (per == CountInterval.WEEK ? CountInterval.DAY : per).name().toLowerCase(Locale.ROOT);
        int most = per == CountInterval.WEEK ? MOST * 7 : MOST;
        SqlFragment sql = SqlFragment.of("select n.period, n.of_group, count(*) as many from (select cast(date_trunc('"
                        + unit
                        + "', c.said_on) as date) as period, " + column(by) + " as of_group from claim c "
                        + (by == CountDimension.PUBLISHER ? "join article p on p.id = c.article_id" : "") + " where")
                .then(ClaimFilter.visible(filter, countries))
                .then(") n group by n.period, n.of_group order by n.period nulls last, many desc, n.of_group limit "
                        + (most + 1));
        List<ClaimCount> counts = database.rows(sql, row -> count(row, by));
        if (counts.size() > most) {
            throw new BadUserInputException(
                    "filter",
                    "the answer would have more than " + MOST + " counts; narrow the filter or take longer periods");
        }
        return per == CountInterval.WEEK ? weeks(counts) : counts;
    }

    private static List<ClaimCount> weeks(List<ClaimCount> days) {
        Map<List<Object>, ClaimCount> weeks = new LinkedHashMap<>();
        for (ClaimCount day : days) {
            day.from = day.from == null ? null : day.from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(Arrays.asList(day.from, day.kind, day.act, day.actorKey), day, (week, more) -> {
                week.count += more.count;
                return week;
            });
        }
        Comparator<ClaimCount> earliest =
                Comparator.comparing(count -> count.from, Comparator.nullsLast(Comparator.naturalOrder()));
        return weeks.values().stream()
                .sorted(earliest.thenComparing(count -> -count.count))
                .toList();
    }

    /** The actor that the claims are counted for. */
    @Description(
            "The speaker, country or publisher, where claims are counted by one of them; null for claims that have none.")
    public List<Actor> actor(@Source List<ClaimCount> parents) {
        return records.byKey(parents, count -> count.actorKey, actors::byKeys);
    }

    private static String column(CountDimension by) {
        if (by == null) {
            return "1";
        }
        return switch (by) {
            case SPEAKER -> "c.speaker_id";
            case COUNTRY -> "c.country_id";
            case KIND -> "c.kind";
            case ACT -> "c.act";
            case PUBLISHER -> "p.publisher_id";
        };
    }

    private static ClaimCount count(Row row, CountDimension by) throws SQLException {
        ClaimCount count = new ClaimCount();
        count.from = row.day("period");
        count.count = (int) row.number("many");
        if (by != null) {
            switch (by) {
                case KIND -> count.kind = row.constant("of_group", ClaimKind.class);
                case ACT -> count.act = row.constant("of_group", SpeechAct.class);
                case SPEAKER, COUNTRY, PUBLISHER -> count.actorKey = row.uuid("of_group");
            }
        }
        return count;
    }
}
