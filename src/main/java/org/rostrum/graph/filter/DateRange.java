package org.rostrum.graph.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.SortDate;
import org.rostrum.store.sql.SqlFragment;

/** A range of days, both ends included; an end that is null is open. */
@Input("DateRange")
@Description("Days from one to another, both included; an end that is left out is open.")
public class DateRange {

    @Description("The first day.")
    public @Nullable LocalDate from;

    @Description("The last day.")
    public @Nullable LocalDate to;

    /**
     * The condition that a column lies in the range; null does not.
     *
     * @param argument the range's path in the arguments, for errors
     * @param column a date column that may be null
     * @param order the column that lists are ordered by: the same dates, with a placeholder for null. The index that
     *     serves the order serves the range too.
     * @throws BadUserInputException when the range ends before it begins
     */
    public SqlFragment on(String argument, String column, String order) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadUserInputException(
                    argument + ".from", "must not be after " + argument + ".to: " + from + " is after " + to);
        }
        List<SqlFragment> conditions = new ArrayList<>();
        if (from != null) {
            conditions.add(SqlFragment.of(order + " >= ?", from));
        }
        if (to != null) {
            conditions.add(SqlFragment.of(order + " <= ?", to));
        }
        if (from == null || !from.isAfter(SortDate.UNKNOWN)) {
            conditions.add(SqlFragment.of(column + " is not null"));
        }
        return SqlFragment.all(conditions);
    }
}
