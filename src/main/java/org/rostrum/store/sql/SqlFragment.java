package org.rostrum.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;

/**
 * A piece of SQL and its parameters in order. Whatever a client sends is a parameter, never text.
 *
 * @param text       SQL with a question mark for each parameter
 * @param parameters the values
 */
public record SqlFragment(String text, List<Object> parameters) {

  /** How many values a client may list in one condition. */
  private static final int MOST_VALUES = 200;
  /** The longest text that a client may look for, in UTF-16 code units. */
  private static final int LONGEST_TEXT = 500;

  /** True for every row. */
  public static final SqlFragment TRUE = SqlFragment.of("1 = 1");
  /** True for no row. */
  public static final SqlFragment FALSE = SqlFragment.of("1 = 0");

  /** SQL from our own text and the values for its question marks. */
  public static SqlFragment of(String text, Object... parameters) {
    return new SqlFragment(text, Arrays.asList(parameters));
  }

  /** The column equals one of the values; false when there are none. */
  public static SqlFragment in(String column, Collection<?> values) {
    if (values.isEmpty()) {
      return FALSE;
    }
    if (values.size() == 1) {
      // One value leaves the rest of an index to sort by; an array, whatever is in it, does not.
      return SqlFragment.of(column + " = ?", values.iterator().next());
    }
    return SqlFragment.of(column + " = any(?)", Values.of(values));
  }

  /**
   * Several values as one parameter: so statements have the same text, and are planned once, however many there are.
   *
   * @param type   how the databases call the values' type
   * @param values the values
   */
  record Values(String type, Object[] values) {

    static Values of(Collection<?> values) {
      Object[] distinct = new LinkedHashSet<>(values).toArray();
      return new Values(distinct[0] instanceof UUID ? "uuid" : distinct[0] instanceof Long ? "bigint" : "varchar", distinct);
    }
  }

  /**
   * Several values as one parameter, in order and with repetitions and nulls: the items of an array.
   *
   * @param type how the databases call the values' type
   */
  public static Object array(String type, Collection<?> values) {
    return new Values(type, values.toArray());
  }

  /**
   * The column equals one of the values that a client listed.
   *
   * @throws BadUserInputException when there are too many
   */
  public static SqlFragment in(String argument, String column, Collection<?> values) {
    if (values.size() > MOST_VALUES) {
      throw new BadUserInputException(argument, "must hold at most " + MOST_VALUES + " values, held " + values.size());
    }
    return in(column, values);
  }

  /**
   * The column contains the text, in any case; false for a text without a letter or a digit, in which there is nothing to find.
   *
   * @throws BadUserInputException when the text is too long
   */
  public static SqlFragment contains(String column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new BadUserInputException("text", "must be at most " + LONGEST_TEXT + " characters long, was " + text.length());
    }
    if (!TextNormalizer.hasWords(text)) {
      return FALSE;
    }
    return SqlFragment.of("lower(" + column + ") like ? escape '!'", TextNormalizer.containing(text));
  }

  /** All of the conditions. */
  public static SqlFragment all(List<SqlFragment> conditions) {
    return joined(conditions, " and ", TRUE);
  }

  /** At least one of the conditions. */
  public static SqlFragment any(List<SqlFragment> conditions) {
    return joined(conditions, " or ", FALSE);
  }

  private static SqlFragment joined(List<SqlFragment> conditions, String operator, SqlFragment whenEmpty) {
    if (conditions.isEmpty()) {
      return whenEmpty;
    }
    List<Object> parameters = new ArrayList<>();
    conditions.forEach(condition -> parameters.addAll(condition.parameters));
    String text = conditions.stream().map(condition -> "(" + condition.text + ")").collect(Collectors.joining(operator));
    return new SqlFragment(text, parameters);
  }

  /** Not this condition; rows about which the condition knows nothing (a null in a column) count as not meeting it. */
  public SqlFragment negated() {
    return new SqlFragment("(" + text + ") is not true", parameters);
  }

  /** This text followed by that one. */
  public SqlFragment then(SqlFragment next) {
    List<Object> both = new ArrayList<>(parameters);
    both.addAll(next.parameters);
    return new SqlFragment(text + " " + next.text, both);
  }

  /** This text followed by that one. */
  public SqlFragment then(String next, Object... values) {
    return then(SqlFragment.of(next, values));
  }

  /** This text between two others. */
  public SqlFragment wrapped(String before, String after) {
    return new SqlFragment(before + text + after, parameters);
  }
}
