package org.rostrum.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;

/**
 * A piece of SQL with its parameters in order. Values that a client sends are always parameters, never part of the
 * text.
 *
 * @param text SQL with a question mark for each parameter
 * @param parameters the values
 */
public record SqlFragment(String text, List<Object> parameters) {

    /** The most values a client may list in one condition. */
    private static final int MAX_VALUES = 200;
    /** The longest text a client may search for, in UTF-16 code units. */
    private static final int MAX_TEXT_LENGTH = 500;

    /** True for every row. */
    public static final SqlFragment TRUE = SqlFragment.of("1 = 1");
    /** True for no row. */
    public static final SqlFragment FALSE = SqlFragment.of("1 = 0");

    /** A fragment from constant text and the values for its question marks. */
    public static SqlFragment of(String text, @Nullable Object... parameters) {
        return new SqlFragment(text, Arrays.asList(parameters));
    }

    /** The column equals one of the values; {@link #FALSE} for no values. */
    public static SqlFragment in(@Nullable String column, Collection<?> values) {
        if (values.isEmpty()) {
            return FALSE;
        }
        if (values.size() == 1) {
            // With equality the rest of an index can serve the order; with an array it cannot, even with one value in
            // it.
            return SqlFragment.of(column + " = ?", values.iterator().next());
        }
        return SqlFragment.of(column + " = any(?)", ArrayParameter.distinct(values));
    }

    /**
     * An array as one parameter, so that the statement's text, and with it the database's plan, does not depend on how
     * many items there are.
     *
     * @param type the items' SQL type
     * @param items may contain nulls
     */
    record ArrayParameter(String type, Object[] items) {

        private static ArrayParameter distinct(Collection<?> values) {
            Object[] items = new LinkedHashSet<>(values).toArray();
            return new ArrayParameter(
                    items[0] instanceof UUID ? "uuid" : items[0] instanceof Long ? "bigint" : "varchar", items);
        }
    }

    /**
     * An array as one parameter, in order, with repetitions and nulls.
     *
     * @param type the items' SQL type, a name that both databases know
     */
    public static Object array(String type, Collection<?> values) {
        return new ArrayParameter(type, values.toArray());
    }

    /**
     * The column equals one of the values that a client listed.
     *
     * @param argument the argument's name, for the error
     * @throws BadUserInputException when there are more than 200
     */
    public static SqlFragment in(String argument, String column, Collection<?> values) {
        if (values.size() > MAX_VALUES) {
            throw new BadUserInputException(
                    argument, "must hold at most " + MAX_VALUES + " values, held " + values.size());
        }
        return in(column, values);
    }

    /**
     * The column contains the text, ignoring case; {@link #FALSE} for a text without any letter or digit.
     *
     * @throws BadUserInputException when the text is longer than 500 UTF-16 code units
     */
    public static SqlFragment contains(String column, String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new BadUserInputException(
                    "text", "must be at most " + MAX_TEXT_LENGTH + " characters long, was " + text.length());
        }
        if (!TextNormalizer.hasWords(text)) {
            return FALSE;
        }
        return SqlFragment.of("lower(" + column + ") like ? escape '!'", TextNormalizer.containing(text));
    }

    /** All of the conditions hold; {@link #TRUE} for none. */
    public static SqlFragment all(List<SqlFragment> conditions) {
        return joined(conditions, " and ", TRUE);
    }

    /** At least one of the conditions holds; {@link #FALSE} for none. */
    public static SqlFragment any(List<SqlFragment> conditions) {
        return joined(conditions, " or ", FALSE);
    }

    private static SqlFragment joined(List<SqlFragment> conditions, String operator, SqlFragment whenEmpty) {
        if (conditions.isEmpty()) {
            return whenEmpty;
        }
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(condition -> parameters.addAll(condition.parameters));
        String text =
                conditions.stream().map(condition -> "(" + condition.text + ")").collect(Collectors.joining(operator));
        return new SqlFragment(text, parameters);
    }

    /** The condition does not hold; where it is unknown, because of a null in a column, it counts as not holding. */
    public SqlFragment not() {
        return new SqlFragment("(" + text + ") is not true", parameters);
    }

    /** This fragment followed by another. */
    public SqlFragment then(SqlFragment next) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(next.parameters);
        return new SqlFragment(text + " " + next.text, both);
    }

    /** This fragment followed by constant text and the values for its question marks. */
    public SqlFragment then(String next, Object... values) {
        return then(SqlFragment.of(next, values));
    }

    /** This fragment between two constant texts. */
    public SqlFragment wrapped(String before, String after) {
        return new SqlFragment(before + text + after, parameters);
    }
}
