package org.rostrum.server;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.rostrum.graph.DatabaseUrl;

/**
 * A setting of the server.
 *
 * @param name  its name as a system property
 * @param check what is wrong with a value that is not empty, as the end of a sentence that begins with the name; null where
 *              nothing is
 */
record Setting(String name, UnaryOperator<String> check) {

  private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

  /** The environment variable that sets it. */
  String variable() {
    return variable(name);
  }

  /** The environment variable that sets what has this name. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** Anything. */
  static Setting text(String name) {
    return new Setting(name, value -> null);
  }

  /** True or false. */
  static Setting toggle(String name) {
    return new Setting(name, value -> SWITCHES.contains(value.toLowerCase(Locale.ROOT)) ? null : "must be true or false");
  }

  /** A whole number. */
  static Setting number(String name, long least, long most) {
    String rule = "must be a whole number from " + least + " to " + most;
    return new Setting(name, value -> {
      try {
        return isWithin(Long.parseLong(value), least, most) ? null : rule;
      } catch (NumberFormatException e) {
        return rule;
      }
    });
  }

  /** A number of bytes, such as 16M. */
  static Setting size(String name, String least, String most) {
    MemorySizeConverter sizes = new MemorySizeConverter();
    long from = sizes.convert(least).asLongValue();
    long to = sizes.convert(most).asLongValue();
    String rule = "must be a size from " + least + " to " + most + ", such as " + most;
    return new Setting(name, value -> {
      try {
        return isWithin(sizes.convert(value).asLongValue(), from, to) ? null : rule;
      } catch (IllegalArgumentException e) {
        return rule;
      }
    });
  }

  /** A length of time, such as 10s. */
  static Setting duration(String name, String least, String most) {
    Duration from = DurationConverter.parseDuration(least);
    Duration to = DurationConverter.parseDuration(most);
    String rule = "must be a length of time from " + least + " to " + most + ", such as 1s";
    return new Setting(name, value -> {
      try {
        Duration duration = DurationConverter.parseDuration(value);
        return duration.compareTo(from) >= 0 && duration.compareTo(to) <= 0 ? null : rule;
      } catch (IllegalArgumentException e) {
        return rule;
      }
    });
  }

  /** The url of a database that there is a driver for. */
  static Setting databaseUrl(String name) {
    return new Setting(name, value -> value.startsWith(DatabaseUrl.H2) || value.startsWith(DatabaseUrl.POSTGRESQL) ? null
        : "must begin with " + DatabaseUrl.H2 + " or " + DatabaseUrl.POSTGRESQL);
  }

  /** Files that must be there, separated by commas. */
  static Setting files(String name) {
    return new Setting(name, value -> eachOf(value, file -> Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file)) ? null
        : "must name files that can be read, and there is none at " + Path.of(file).toAbsolutePath()));
  }

  /** Origins as browsers send them, separated by commas. */
  static Setting origins(String name) {
    return new Setting(name, value -> eachOf(value, origin -> isOrigin(origin) ? null
        : "must hold origins such as https://news.example, without a path, or *"));
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
