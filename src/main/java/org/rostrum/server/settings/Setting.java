package org.rostrum.server.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rostrum.store.DatabaseUrl;

/**
 * A setting of the server.
 *
 * @param name   its name as a system property
 * @param values what it may be, in the words of docs/running.md
 * @param check  finds out what is wrong with a value that is not empty: null where nothing is, else an addition to the values,
 *               which may be empty
 */
public record Setting(String name, String values, UnaryOperator<String> check) {

  private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

  /** The environment variable that sets it. */
  String variable() {
    return variable(name);
  }

  /** The environment variable that sets what has this name. */
  public static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** Anything. */
  static Setting text(String name) {
    return new Setting(name, "a text", value -> null);
  }

  /** True or false. */
  static Setting toggle(String name) {
    return new Setting(name, "true or false", value -> wrongUnless(SWITCHES.contains(value.toLowerCase(Locale.ROOT))));
  }

  /** A whole number. */
  static Setting number(String name, long least, long most) {
    return new Setting(name, "a whole number from " + least + " to " + most, value -> wrongUnless(isWithin(Long.parseLong(value), least, most)));
  }

  /** A number of bytes, such as 16M. */
  static Setting size(String name, String least, String most) {
    MemorySizeConverter sizes = new MemorySizeConverter();
    long from = sizes.convert(least).asLongValue();
    long to = sizes.convert(most).asLongValue();
    return new Setting(name, "a size from " + least + " to " + most, value -> wrongUnless(isWithin(sizes.convert(value).asLongValue(), from, to)));
  }

  /** A length of time, such as 10s. */
  static Setting duration(String name, String least, String most) {
    long from = DurationConverter.parseDuration(least).toMillis();
    long to = DurationConverter.parseDuration(most).toMillis();
    return new Setting(name, "a time from " + least + " to " + most,
        value -> wrongUnless(isWithin(DurationConverter.parseDuration(value).toMillis(), from, to)));
  }

  /** The url of a database that there is a driver for. */
  static Setting databaseUrl(String name) {
    return new Setting(name, "a url that begins with " + DatabaseUrl.H2 + " or " + DatabaseUrl.POSTGRESQL,
        value -> wrongUnless(value.startsWith(DatabaseUrl.H2) || value.startsWith(DatabaseUrl.POSTGRESQL)));
  }

  /** Files that must be there, separated by commas. */
  static Setting files(String name) {
    return new Setting(name, "files that can be read", value -> eachOf(value, file -> Files.isReadable(Path.of(file)) && Files.isRegularFile(Path.of(file))
        ? null : "; there is none at " + Path.of(file).toAbsolutePath()));
  }

  /** Origins as browsers send them, separated by commas. */
  static Setting origins(String name) {
    return new Setting(name, "origins such as https://news.example, without a path, or *", value -> eachOf(value, origin -> wrongUnless(isOrigin(origin))));
  }

  /**
   * What is wrong with a value.
   *
   * @return the end of a sentence that begins with the setting; null where nothing is wrong
   */
  String problem(String value) {
    String more;
    try {
      more = check.apply(value);
    } catch (IllegalArgumentException e) {
      // The value cannot even be read.
      more = "";
    }
    return more == null ? null : "must be " + values + more;
  }

  private static String wrongUnless(boolean right) {
    return right ? null : "";
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      return text.equals("*") || uri.getScheme() != null && uri.getRawAuthority() != null && uri.getRawPath().isEmpty()
          && uri.getRawQuery() == null && uri.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String eachOf(String list, UnaryOperator<String> check) {
    for (String one : list.split(",")) {
      String problem = one.isBlank() ? null : check.apply(one.strip());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static boolean isWithin(long value, long least, long most) {
    return value >= least && value <= most;
  }
}
