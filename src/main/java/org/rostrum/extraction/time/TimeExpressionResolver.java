package org.rostrum.extraction.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.graph.value.DatePrecision;

/**
 * Finds the time expressions in a sentence and resolves them to days, months or years relative to the day of
 * publication: a weekday is the last one up to that day, a month the last such month, a week is resolved to its month.
 */
public final class TimeExpressionResolver {

    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("couple", 2));
    /** What was said "after the meeting" was said on its day. */
    private static final Set<String> MEETINGS =
            Set.of("meeting", "talks", "summit", "call", "visit", "vote", "ceremony", "session");

    private static final Set<String> DETERMINERS = Set.of("the", "their", "his", "her");
    /** Years that a number of four digits may be. */
    private static final int FIRST_YEAR = 1900;
    /** "900 years ago" is no date of a statement. */
    private static final int FARTHEST = 200;

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            WEEKDAYS.put(name, day);
            WEEKDAYS.put(name.substring(0, 3) + ".", day);
        }
        WEEKDAYS.put("tues.", DayOfWeek.TUESDAY);
        WEEKDAYS.put("thurs.", DayOfWeek.THURSDAY);
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3) + ".", month);
        }
        MONTHS.put("sept.", Month.SEPTEMBER);
    }

    private TimeExpressionResolver() {}

    /**
     * A time expression, by tokens of its sentence.
     *
     * @param from the first token
     * @param to the last token, inclusive
     * @param date the day; the first one of the month or the year where no more is known
     */
    public record Expression(int from, int to, LocalDate date, DatePrecision precision) {}

    /**
     * The expressions of a sentence, in order.
     *
     * @param anchor the last day that the text mentions, to which "the next day" refers; null for none
     */
    public static List<Expression> in(ParsedSentence s, LocalDate published, @Nullable LocalDate anchor) {
        List<Expression> found = new ArrayList<>();
        LocalDate lastDay = anchor;
        for (int at = 0; at < s.size(); at++) {
            Expression expression = at(s, at, published, lastDay);
            if (expression != null) {
                found.add(expression);
                lastDay = expression.precision == DatePrecision.DAY ? expression.date : lastDay;
                at = expression.to;
            }
        }
        return found;
    }

    /** Whether a word names a day of the week. */
    public static boolean isDay(String word) {
        return WEEKDAYS.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word names a month. */
    public static boolean isMonth(String word) {
        return MONTHS.containsKey(word.toLowerCase(Locale.ROOT));
    }

    private static String word(ParsedSentence s, int at) {
        return at >= 0 && at < s.size() ? s.form(at).toLowerCase(Locale.ROOT) : "";
    }

    private static @Nullable Expression at(ParsedSentence s, int at, LocalDate published, @Nullable LocalDate anchor) {
        String word = word(s, at);
        try {
            DayOfWeek weekday = WEEKDAYS.get(word);
            if (weekday != null && Character.isUpperCase(s.form(at).charAt(0))) {
                return weekday(s, at, weekday, published);
            }
            Month month = MONTHS.get(word);
            if (month != null && Character.isUpperCase(s.form(at).charAt(0))) {
                return month(s, at, month, published);
            }
            if (word.length() == 4
                    && (word(s, at - 1).equals("in")
                            || word(s, at - 1).equals("since")
                            || word(s, at - 1).equals("during"))) {
                int year = year(word, published);
                return year < 0 ? null : new Expression(at, at, LocalDate.of(year, 1, 1), DatePrecision.YEAR);
            }
            if (word.length() == 10 && word.charAt(4) == '-') {
                return new Expression(at, at, LocalDate.parse(word), DatePrecision.DAY);
            }
            return relative(s, at, word, published, anchor);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Expression weekday(ParsedSentence s, int at, DayOfWeek weekday, LocalDate published) {
        String before = word(s, at - 1);
        if (before.equals("next") || before.equals("every") || before.equals("coming") || before.equals("until")) {
            return null;
        }
        int comma = word(s, at + 1).equals(",") ? at + 2 : at + 1;
        Month month = MONTHS.get(word(s, comma));
        if (month != null && day(word(s, comma + 1)) > 0) {
            Expression full = month(s, comma, month, published);
            return full == null ? null : new Expression(at, full.to, full.date, full.precision);
        }
        boolean last = before.equals("last");
        LocalDate date =
                published.with(last ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.previousOrSame(weekday));
        return new Expression(last || before.equals("this") ? at - 1 : at, at, date, DatePrecision.DAY);
    }

    private static int day(String word) {
        int digits = 0;
        while (digits < word.length() && digits < 2 && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        String rest = word.substring(digits);
        boolean plain =
                rest.isEmpty() || rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th");
        return digits == 0 || !plain || !word.substring(0, digits).chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(word.substring(0, digits));
    }

    private static int year(String word, LocalDate published) {
        if (word.length() != 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int year = Integer.parseInt(word);
        return year >= FIRST_YEAR && year <= published.getYear() ? year : -1;
    }

    private static @Nullable Expression month(ParsedSentence s, int at, Month month, LocalDate published) {
        int day = day(word(s, at + 1));
        int from = at;
        int to = at;
        if (day > 0) {
            to = at + 1;
        } else if (day(word(s, at - 1)) > 0) {
            day = day(word(s, at - 1));
            from = at - 1;
        } else if (word(s, at - 1).equals("of") && day(word(s, at - 2)) > 0) {
            day = day(word(s, at - 2));
            from = at - 2;
        }
        int behind = word(s, to + 1).equals(",") ? to + 2 : to + 1;
        int year = year(word(s, behind), published);
        if (year > 0) {
            to = behind;
        }
        if (day > 0) {
            LocalDate date = LocalDate.of(year > 0 ? year : published.getYear(), month, day);
            return new Expression(
                    from, to, year < 0 && date.isAfter(published) ? date.minusYears(1) : date, DatePrecision.DAY);
        }
        String before = word(s, at - 1);
        boolean when = year > 0
                || before.equals("in")
                || before.equals("last")
                || before.equals("early")
                || before.equals("late")
                || before.equals("since")
                || before.equals("mid")
                || before.equals("this")
                || before.equals("of")
                || before.equals("-");
        if (!when) {
            return null;
        }
        LocalDate date = LocalDate.of(year > 0 ? year : published.getYear(), month, 1);
        return new Expression(
                from, to, year < 0 && date.isAfter(published) ? date.minusYears(1) : date, DatePrecision.MONTH);
    }

    private static @Nullable Expression relative(
            ParsedSentence s, int at, String word, LocalDate published, @Nullable LocalDate anchor) {
        String next = word(s, at + 1);
        return switch (word) {
            case "today", "tonight", "overnight" -> new Expression(at, at, published, DatePrecision.DAY);
            case "yesterday" -> new Expression(at, at, published.minusDays(1), DatePrecision.DAY);
            case "this" ->
                switch (next) {
                    case "morning", "afternoon", "evening" -> new Expression(at, at + 1, published, DatePrecision.DAY);
                    case "week" -> week(at, published);
                    case "weekend" ->
                        within(
                                at,
                                at + 1,
                                published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)),
                                published);
                    case "month" -> new Expression(at, at + 1, published.withDayOfMonth(1), DatePrecision.MONTH);
                    case "year" -> new Expression(at, at + 1, published.withDayOfYear(1), DatePrecision.YEAR);
                    default -> null;
                };
            case "last" ->
                switch (next) {
                    case "night" -> new Expression(at, at + 1, published.minusDays(1), DatePrecision.DAY);
                    case "week" -> week(at, published.minusWeeks(1));
                    case "month" ->
                        new Expression(at, at + 1, published.minusMonths(1).withDayOfMonth(1), DatePrecision.MONTH);
                    case "year" ->
                        new Expression(at, at + 1, published.minusYears(1).withDayOfYear(1), DatePrecision.YEAR);
                    default -> null;
                };
            case "after" -> {
                boolean meeting = DETERMINERS.contains(next) && MEETINGS.contains(word(s, at + 2));
                yield meeting && anchor != null ? new Expression(at, at + 2, anchor, DatePrecision.DAY) : null;
            }
            case "ago", "earlier", "later" -> counted(s, at, word, published, anchor);
            case "same", "next", "following", "previous", "that" -> anchored(s, at, word, next, anchor);
            default -> null;
        };
    }

    /** A day told from the anchor's: "the same day", "the next morning", "that evening". */
    private static @Nullable Expression anchored(
            ParsedSentence s, int at, String word, String next, @Nullable LocalDate anchor) {
        boolean day = next.equals("day")
                || next.equals("morning")
                || next.equals("evening")
                || next.equals("afternoon")
                || next.equals("night");
        if (!day || anchor == null || !word.equals("that") && !word(s, at - 1).equals("the")) {
            return null;
        }
        boolean same = word.equals("same") || word.equals("that");
        int days = same ? 0 : word.equals("previous") ? -1 : 1;
        return new Expression(at, at + 1, anchor.plusDays(days), DatePrecision.DAY);
    }

    /**
     * "Two days ago", "hours later": so many days, weeks, months or years from publication, or from the last day that
     * the text mentions.
     */
    private static @Nullable Expression counted(
            ParsedSentence s, int at, String word, LocalDate published, @Nullable LocalDate anchor) {
        String unit = word(s, at - 1);
        int number = number(word(s, at - 2));
        boolean ago = word.equals("ago");
        LocalDate from = ago ? published : anchor;
        int first = number > 0 ? at - 2 : at - 1;
        boolean brief = unit.startsWith("hour")
                || unit.startsWith("minute")
                || unit.startsWith("moment")
                || unit.startsWith("second");
        if (from == null || !brief && number < 0 || number > FARTHEST || first < 0) {
            return null;
        }
        int sign = word.equals("later") ? 1 : -1;
        LocalDate date =
                switch (unit) {
                    case "day", "days" -> from.plusDays((long) sign * number);
                    case "week", "weeks" -> from.plusWeeks((long) sign * number);
                    case "month", "months" -> from.plusMonths((long) sign * number);
                    case "year", "years" -> from.plusYears((long) sign * number);
                    default -> brief ? from : null;
                };
        if (date == null || date.isAfter(published)) {
            return null;
        }
        return switch (unit) {
            case "week", "weeks" -> within(first, at, date.minusDays(3), date.plusDays(3));
            case "month", "months" -> new Expression(first, at, date.withDayOfMonth(1), DatePrecision.MONTH);
            case "year", "years" -> new Expression(first, at, date.withDayOfYear(1), DatePrecision.YEAR);
            default -> new Expression(first, at, date, DatePrecision.DAY);
        };
    }

    private static int number(String word) {
        Integer named = NUMBERS.get(word);
        if (named != null) {
            return named;
        }
        return !word.isEmpty() && word.length() < 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(word)
                : -1;
    }

    private static @Nullable Expression week(int at, LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return within(at, at + 1, monday, monday.plusDays(6));
    }

    /** A date that is only known to be between two days: the month, or the year where they are of two months. */
    private static @Nullable Expression within(int from, int to, LocalDate first, LocalDate last) {
        if (first.getMonth() == last.getMonth()) {
            return new Expression(from, to, first.withDayOfMonth(1), DatePrecision.MONTH);
        }
        return first.getYear() == last.getYear()
                ? new Expression(from, to, first.withDayOfYear(1), DatePrecision.YEAR)
                : null;
    }
}
