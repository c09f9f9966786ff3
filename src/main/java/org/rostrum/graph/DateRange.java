package org.rostrum.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Days from one to another, both included. */
@Input("DateRange")
@Description("Days from one to another, both included; an end that is left out is open.")
public class DateRange {

  @Description("The first day.")
  public LocalDate from;

  @Description("The last day.")
  public LocalDate to;

  /**
   * The column lies in the range; a null in the column does not.
   *
   * @param argument names the range in an error
   * @throws BadUserInput when the range ends before it begins
   */
  public Sql on(String argument, String column) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new BadUserInput(argument + ".from", "must not be after " + argument + ".to: " + from + " is after " + to);
    }
    List<Sql> conditions = new ArrayList<>(List.of(Sql.of(column + " is not null")));
    if (from != null) {
      conditions.add(Sql.of(column + " >= ?", from));
    }
    if (to != null) {
      conditions.add(Sql.of(column + " <= ?", to));
    }
    return Sql.all(conditions);
  }
}
