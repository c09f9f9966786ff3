package org.rostrum.claim.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.rostrum.store.sql.Database.Column;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** How many claims there are over time. */
@GraphQLApi
public class ClaimCountsApi {

  /** How many counts one answer may have. */
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
  @Description("How many claims there are in each period that has any, the earliest first, those without a date last; of each group where `by` is given, the largest first. At most 10,000 counts.")
  public List<@NonNull ClaimCount> claimCounts(
      @Name("filter") @Description("Which claims to count.") ClaimFilter filter,
      @Name("per") @NonNull @Description("The length of the periods.") CountInterval per,
      @Name("by") @Description("What to count apart by.") CountDimension by) {
    // The databases do not agree on a week's first day, so weeks are made of days here.
    String unit = (per == CountInterval.WEEK ? CountInterval.DAY : per).name().toLowerCase(Locale.ROOT);
    int most = per == CountInterval.WEEK ? MOST * 7 : MOST;
    SqlFragment sql = SqlFragment.of("select n.period, n.of_group, count(*) as many from (select cast(date_trunc('" + unit
        + "', c.said_on) as date) as period, " + column(by) + " as of_group from claim c "
        + (by == CountDimension.PUBLISHER ? "join article p on p.id = c.article_id" : "") + " where")
        .then(ClaimFilter.sql(filter, countries))
        .then(") n group by n.period, n.of_group order by n.period nulls last, many desc, n.of_group limit " + (most + 1));
    Class<?> groups = by == null ? Integer.class : by == CountDimension.KIND || by == CountDimension.ACT ? String.class : UUID.class;
    List<Object[]> rows = database.rows(sql, new Column("period", LocalDate.class), new Column("of_group", groups), new Column("many", Long.class));
    if (rows.size() > most) {
      throw new BadUserInputException("filter", "the answer would have more than " + MOST + " counts; narrow the filter or take longer periods");
    }
    List<ClaimCount> counts = rows.stream().map(row -> count(row, by)).toList();
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
    Comparator<ClaimCount> earliest = Comparator.comparing(count -> count.from, Comparator.nullsLast(Comparator.naturalOrder()));
    return weeks.values().stream().sorted(earliest.thenComparing(count -> -count.count)).toList();
  }

  /** The actor that the claims are counted for. */
  @Description("The speaker, country or publisher, where claims are counted by one of them; null for claims that have none.")
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

  private static ClaimCount count(Object[] row, CountDimension by) {
    ClaimCount count = new ClaimCount();
    count.from = (LocalDate) row[0];
    count.count = ((Number) row[2]).intValue();
    if (row[1] instanceof UUID actor) {
      count.actorKey = actor;
    }
    if (by == CountDimension.KIND) {
      count.kind = ClaimKind.valueOf((String) row[1]);
    }
    if (by == CountDimension.ACT && row[1] != null) {
      count.act = SpeechAct.valueOf((String) row[1]);
    }
    return count;
  }
}
