package org.rostrum.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.rostrum.graph.BadUserInput;
import org.rostrum.graph.Sql;

/** Instants from one up to another. */
@Input("DateTimeRange")
@Description("Instants from one up to another, the second excluded; an end that is left out is open.")
public class DateTimeRange {

  @Description("The first instant.")
  public Instant from;

  @Description("The first instant that is no longer meant.")
  public Instant to;

  /** @throws BadUserInput when the range ends before it begins */
  Sql on(String argument, String column) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new BadUserInput(argument + ".from", "must not be after " + argument + ".to: " + from + " is after " + to);
    }
    List<Sql> conditions = new ArrayList<>();
    if (from != null) {
      conditions.add(Sql.of(column + " >= ?", from));
    }
    if (to != null) {
      conditions.add(Sql.of(column + " < ?", to));
    }
    return Sql.all(conditions);
  }
}
