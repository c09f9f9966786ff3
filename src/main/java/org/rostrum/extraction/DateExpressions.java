package org.rostrum.extraction;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days as news texts name them: a weekday, a month and a day, today and yesterday. */
final class DateExpressions {

  private static final String WEEKDAYS = Arrays.stream(DayOfWeek.values())
      .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).collect(Collectors.joining("|"));
  private static final String MONTHS = Arrays.stream(Month.values())
      .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).collect(Collectors.joining("|"));
  private static final Pattern DAY = Pattern.compile(
      "\\b(?:(?<weekday>" + WEEKDAYS + ")|(?<month>" + MONTHS + ") (?<day>[0-9]{1,2})\\b|(?<near>[Tt]oday|[Yy]esterday))");

  private DateExpressions() {}

  /**
   * The day that the first expression in a text means, or null.
   *
   * @param publishedOn the day on which the text was published: a weekday means the last such day up to it
   */
  static LocalDate first(String text, LocalDate publishedOn) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    if (matcher.group("weekday") != null) {
      DayOfWeek day = DayOfWeek.valueOf(matcher.group("weekday").toUpperCase(Locale.ROOT));
      return publishedOn.with(TemporalAdjusters.previousOrSame(day));
    }
    if (matcher.group("near") != null) {
      return matcher.group("near").equalsIgnoreCase("today") ? publishedOn : publishedOn.minusDays(1);
    }
    return dayOfMonth(Month.valueOf(matcher.group("month").toUpperCase(Locale.ROOT)), Integer.parseInt(matcher.group("day")), publishedOn);
  }

  private static LocalDate dayOfMonth(Month month, int day, LocalDate publishedOn) {
    try {
      LocalDate sameYear = LocalDate.of(publishedOn.getYear(), month, day);
      return sameYear.isAfter(publishedOn) ? sameYear.minusYears(1) : sameYear;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
