package org.rostrum.server.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.DatabaseUrl;

/**
 * A setting of the server.
 *
 * @param name its name as a system property
 * @param values its valid values, in the words of docs/running.md
 * @param check validates a value that is not empty: null where it is valid, else what to add to the description of
 *     valid values, which may be empty
 */
public record Setting(String name, String values, UnaryOperator<String> check) {

    private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    /** The environment variable that sets it. */
    String variable() {
        return variable(name);
    }

    /** The environment variable that sets the property of this name. */
    public static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** A setting with any text as its value. */
    static Setting text(String name) {
        return new Setting(name, "a text", value -> null);
    }

    /** A setting that is on or off. */
    static Setting toggle(String name) {
        return new Setting(
                name, "true or false", value -> problemUnless(SWITCHES.contains(value.toLowerCase(Locale.ROOT))));
    }

    /** A whole number, bounds included. */
    static Setting number(String name, long least, long most) {
        return new Setting(
                name,
                "a whole number from " + least + " to " + most,
                value -> problemUnless(isWithin(Long.parseLong(value), least, most)));
    }

    /** A number of bytes, such as 16M, bounds included. */
    static Setting size(String name, String least, String most) {
        MemorySizeConverter sizes = new MemorySizeConverter();
        long from = sizes.convert(least).asLongValue();
        long to = sizes.convert(most).asLongValue();
        return new Setting(
                name,
                "a size from " + least + " to " + most,
                value -> problemUnless(isWithin(sizes.convert(value).asLongValue(), from, to)));
    }

    /** A duration, such as 10s, bounds included. */
    static Setting duration(String name, String least, String most) {
        long from = DurationConverter.parseDuration(least).toMillis();
        long to = DurationConverter.parseDuration(most).toMillis();
        return new Setting(
                name,
                "a time from " + least + " to " + most,
                value -> problemUnless(
                        isWithin(DurationConverter.parseDuration(value).toMillis(), from, to)));
    }

    /** The url of a supported database. */
    static Setting databaseUrl(String name) {
        return new Setting(
                name,
                "a url that begins with " + DatabaseUrl.H2 + " or " + DatabaseUrl.POSTGRESQL,
                value -> problemUnless(value.startsWith(DatabaseUrl.H2) || value.startsWith(DatabaseUrl.POSTGRESQL)));
    }

    /** Readable files, separated by commas. */
    static Setting files(String name) {
        return new Setting(
                name,
                "files that can be read",
                value -> eachOf(
                        value,
                        file -> Files.isReadable(Path.of(file)) && Files.isRegularFile(Path.of(file))
                                ? null
                                : "; there is none at " + Path.of(file).toAbsolutePath()));
    }

    /** Origins as browsers send them, separated by commas. */
    static Setting origins(String name) {
        return new Setting(
                name,
                "origins such as https://news.example, without a path, or *",
                value -> eachOf(value, origin -> problemUnless(isOrigin(origin))));
    }

    /**
     * Validates a value.
     *
     * @return the predicate of a sentence whose subject is the setting; null where the value is valid
     */
    @Nullable
    String problem(String value) {
        String addition;
        try {
            addition = check.apply(value);
        } catch (IllegalArgumentException e) {
            // The value cannot be parsed.
            addition = "";
        }
        return addition == null ? null : "must be " + values + addition;
    }

    private static @Nullable String problemUnless(boolean valid) {
        return valid ? null : "";
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return text.equals("*")
                    || uri.getScheme() != null
                            && uri.getRawAuthority() != null
                            && uri.getRawPath().isEmpty()
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String eachOf(String list, UnaryOperator<String> check) {
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
