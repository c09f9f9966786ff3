package org.rostrum.graph.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.TextNormalizer;

/** Validates a mutation's input and collects the errors, each with its path. Used for one input, by one thread. */
public final class InputValidator {

    private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,9}");
    private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    /** The longest url, in UTF-16 code units. */
    private static final int MAX_URL_LENGTH = 2_000;

    private final List<UserError> errors = new ArrayList<>();

    /**
     * Adds an error.
     *
     * @param path dotted, from below {@code input}
     * @param problem the rule that the value breaks, without the path
     */
    public void add(UserErrorCode code, String path, String problem) {
        errors.add(error(code, path, problem));
    }

    /** One mistake, with its path as in {@link #add}. */
    static UserError error(UserErrorCode code, String path, String problem) {
        return new UserError(code, path + ": " + problem, List.of(("input." + path).split("\\.")));
    }

    /** The value of an input in which no mistake was noted, or the mistakes. */
    public <T> ParsedInput<T> parsed(Supplier<T> value) {
        return hasErrors() ? new ParsedInput.Invalid<>(errors()) : new ParsedInput.Valid<>(value.get());
    }

    /** The errors so far. */
    public List<UserError> errors() {
        return List.copyOf(errors);
    }

    /** Whether there are any errors. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /**
     * A required text, stripped.
     *
     * @param longest in UTF-16 code units
     * @return null when it is invalid
     */
    public @Nullable String text(String path, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            add(UserErrorCode.REQUIRED, path, "must not be empty");
            return null;
        }
        return optionalText(path, text, longest);
    }

    /**
     * An optional text, stripped.
     *
     * @param longest in UTF-16 code units
     * @return null when it is blank or invalid
     */
    public @Nullable String optionalText(String path, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!TextNormalizer.isStorable(text)) {
            add(UserErrorCode.INVALID, path, "must not contain U+0000 or half of a surrogate pair");
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            add(
                    UserErrorCode.TOO_LONG,
                    path,
                    "must be at most " + longest + " characters long, was " + stripped.length());
            return null;
        }
        return stripped;
    }

    /**
     * An optional http or https URL.
     *
     * @return null when it is blank or invalid
     */
    public @Nullable String url(String path, @Nullable String url) {
        String stripped = optionalText(path, url, MAX_URL_LENGTH);
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
            // Reported below, like a URL of another scheme.
        }
        add(UserErrorCode.INVALID, path, "must be an absolute http or https url");
        return null;
    }

    /**
     * An optional Wikidata item id.
     *
     * @return null when it is blank or invalid
     */
    public @Nullable String wikidataId(String path, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (!QID.matcher(id.strip()).matches()) {
            add(UserErrorCode.INVALID, path, "must be a Wikidata item's id such as Q212");
            return null;
        }
        return id.strip();
    }

    /**
     * The key in an optional id.
     *
     * @param prefix the expected type's
     * @return null when it is missing or invalid
     */
    public @Nullable UUID id(String path, @Nullable String id, String prefix) {
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

    /**
     * An optional date between 1600 and 2999.
     *
     * @return null when it is missing or invalid
     */
    public @Nullable LocalDate date(String path, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
            add(UserErrorCode.OUT_OF_RANGE, path, "must be between " + EARLIEST + " and " + LATEST);
            return null;
        }
        return date;
    }

    /** Adds an error when the second date is before the first. */
    public void checkOrder(String fromPath, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            add(UserErrorCode.CONFLICT, fromPath, "must not be after its end: " + from + " is after " + until);
        }
    }

    /**
     * A date's precision. Where the client gives none: {@code DAY} for a date, {@code UNKNOWN} for no date. Adds an
     * error when date and precision contradict each other. {@link #startOf} normalizes the date itself.
     */
    public DatePrecision precision(String path, @Nullable LocalDate date, @Nullable DatePrecision provided) {
        if (provided == null) {
            return date == null ? DatePrecision.UNKNOWN : DatePrecision.DAY;
        }
        if ((date == null) != (provided == DatePrecision.UNKNOWN)) {
            add(
                    UserErrorCode.CONFLICT,
                    path,
                    date == null
                            ? "must be UNKNOWN where there is no date"
                            : "must not be UNKNOWN where there is a date");
        }
        return provided;
    }

    /** The first day of a date's month or year, where that is its precision; otherwise the date itself. */
    public static @Nullable LocalDate startOf(@Nullable LocalDate date, DatePrecision precision) {
        if (date == null) {
            return null;
        }
        return switch (precision) {
            case YEAR -> date.withDayOfYear(1);
            case MONTH -> date.withDayOfMonth(1);
            default -> date;
        };
    }

    /** Adds an error when a list has more items than allowed. */
    public void checkSize(String path, @Nullable List<?> list, int most) {
        if (list != null && list.size() > most) {
            add(UserErrorCode.TOO_LONG, path, "must hold at most " + most + " items, held " + list.size());
        }
    }
}
