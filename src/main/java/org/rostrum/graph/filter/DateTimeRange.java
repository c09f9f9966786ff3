package org.rostrum.graph.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.store.sql.SqlFragment;

/** A half-open range of instants; an end that is null is open. */
@Input("DateTimeRange")
@Description("Instants from one up to another, the second excluded; an end that is left out is open.")
public class DateTimeRange {

    @Description("The first instant.")
    public @Nullable Instant from;

    @Description("The first instant that is no longer meant.")
    public @Nullable Instant to;

    /**
     * The condition that a column lies in the range.
     *
     * @param argument the range's path in the arguments, for errors
     * @throws BadUserInputException when the range ends before it begins
     */
    public SqlFragment on(String argument, String column) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadUserInputException(
                    argument + ".from", "must not be after " + argument + ".to: " + from + " is after " + to);
        }
        List<SqlFragment> conditions = new ArrayList<>();
        if (from != null) {
            conditions.add(SqlFragment.of(column + " >= ?", from));
        }
        if (to != null) {
            conditions.add(SqlFragment.of(column + " < ?", to));
        }
        return SqlFragment.all(conditions);
    }
}
