package org.rostrum.graph.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.TextNormalizer;

/** Collects what is wrong with a mutation's input, each mistake with its path. */
public final class InputValidator {

  private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,9}");
  private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
  /** The longest url, in UTF-16 code units. */
  private static final int LONGEST_URL = 2_000;

  private final List<UserError> errors = new ArrayList<>();

  /** Notes a mistake; {@code path} is dotted and begins below {@code input}. */
  public void add(UserErrorCode code, String path, String problem) {
    errors.add(error(code, path, problem));
  }

  /** One mistake, with its path as in {@link #add}. */
  static UserError error(UserErrorCode code, String path, String problem) {
    return new UserError(code, path + ": " + problem, List.of(("input." + path).split("\\.")));
  }

  /** The value of an input in which no mistake was noted, or the mistakes. */
  public <T> ParsedInput<T> parsed(Supplier<T> value) {
    return any() ? new ParsedInput.Invalid<>(found()) : new ParsedInput.Valid<>(value.get());
  }

  /** What was noted. */
  public List<UserError> found() {
    return List.copyOf(errors);
  }

  /** Whether anything was noted. */
  public boolean any() {
    return !errors.isEmpty();
  }

  /** A text that must be there: stripped, not empty, at most {@code longest} UTF-16 code units. */
  public String text(String path, String text, int longest) {
    if (text == null || text.isBlank()) {
      add(UserErrorCode.REQUIRED, path, "must not be empty");
      return null;
    }
    return optionalText(path, text, longest);
  }

  /** A text that may be left out; blank counts as left out. */
  public String optionalText(String path, String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!TextNormalizer.isStorable(text)) {
      add(UserErrorCode.INVALID, path, "must not contain U+0000 or half of a surrogate pair");
      return null;
    }
    String stripped = text.strip();
    if (stripped.length() > longest) {
      add(UserErrorCode.TOO_LONG, path, "must be at most " + longest + " characters long, was " + stripped.length());
      return null;
    }
    return stripped;
  }

  /** An absolute http or https url, or null. */
  public String url(String path, String url) {
    String stripped = optionalText(path, url, LONGEST_URL);
    if (stripped == null) {
      return null;
    }
    try {
      URI uri = new URI(stripped);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null) {
        return stripped;
      }
    } catch (URISyntaxException e) {
      // Reported below like every other text that is no web address.
    }
    add(UserErrorCode.INVALID, path, "must be an absolute http or https url");
    return null;
  }

  /** A Wikidata item's id, or null. */
  public String wikidataId(String path, String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    if (!QID.matcher(id.strip()).matches()) {
      add(UserErrorCode.INVALID, path, "must be a Wikidata item's id such as Q212");
      return null;
    }
    return id.strip();
  }

  /** The key in an id of the given type, or null. */
  public UUID id(String path, String id, String prefix) {
    if (id == null) {
      return null;
    }
    try {
      return TypeId.require(path, id, prefix);
    } catch (BadUserInputException e) {
      errors.add(new UserError(UserErrorCode.NOT_FOUND, e.getMessage(), List.of(("input." + path).split("\\."))));
      return null;
    }
  }

  /** A date that newspapers write about, or null. */
  public LocalDate date(String path, LocalDate date) {
    if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
      add(UserErrorCode.OUT_OF_RANGE, path, "must be between " + EARLIEST + " and " + LATEST);
      return null;
    }
    return date;
  }

  /** Notes when the second date is before the first. */
  public void ordered(String fromPath, LocalDate from, LocalDate until) {
    if (from != null && until != null && until.isBefore(from)) {
      add(UserErrorCode.CONFLICT, fromPath, "must not be after its end: " + from + " is after " + until);
    }
  }

  /**
   * A date's precision: what is given, else {@code DAY} for a date and {@code UNKNOWN} for none. The date is moved to the
   * first day of what is known by {@link #startOf}.
   */
  public DatePrecision precision(String path, LocalDate date, DatePrecision given) {
    if (given == null) {
      return date == null ? DatePrecision.UNKNOWN : DatePrecision.DAY;
    }
    if ((date == null) != (given == DatePrecision.UNKNOWN)) {
      add(UserErrorCode.CONFLICT, path, date == null ? "must be UNKNOWN where there is no date" : "must not be UNKNOWN where there is a date");
    }
    return given;
  }

  /** The first day of the month or year of a date that is known no better. */
  public static LocalDate startOf(LocalDate date, DatePrecision precision) {
    if (date == null) {
      return null;
    }
    return switch (precision) {
      case YEAR -> date.withDayOfYear(1);
      case MONTH -> date.withDayOfMonth(1);
      default -> date;
    };
  }

  /** Notes when a list has more items than allowed. */
  public void atMost(String path, List<?> list, int most) {
    if (list != null && list.size() > most) {
      add(UserErrorCode.TOO_LONG, path, "must hold at most " + most + " items, held " + list.size());
    }
  }
}
