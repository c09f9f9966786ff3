package org.rostrum.server.settings;

import static org.rostrum.server.settings.Setting.databaseUrl;
import static org.rostrum.server.settings.Setting.duration;
import static org.rostrum.server.settings.Setting.files;
import static org.rostrum.server.settings.Setting.number;
import static org.rostrum.server.settings.Setting.origins;
import static org.rostrum.server.settings.Setting.size;
import static org.rostrum.server.settings.Setting.text;
import static org.rostrum.server.settings.Setting.toggle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.request.Limits;
import org.rostrum.server.failure.StartupException;
import org.rostrum.store.DatabaseUrl;

/**
 * All settings of the server with their valid values, as docs/running.md lists them. The defaults are in
 * application.properties and, for the limits, in {@link Limits}.
 */
public final class Settings {

    static final List<Setting> ALL = List.of(
            text("rostrum.data"),
            databaseUrl("rostrum.db.url"),
            text("rostrum.db.user"),
            text("rostrum.db.password"),
            size("rostrum.db.reserve", "0", "1T"),
            toggle("rostrum.sample-data"),
            toggle("rostrum.graphiql"),
            toggle("rostrum.introspection"),
            origins("rostrum.cors.origins"),
            files("rostrum.documents.manifests"),
            toggle("rostrum.documents.trusted-only"),
            duration("rostrum.documents.max-age", "0s", "365d"),
            size("rostrum.limits.body", "1K", "512M"),
            size("rostrum.limits.bodies", "1K", "1T"),
            number("rostrum.limits.tokens", 100, 1_000_000),
            number("rostrum.limits.depth", 1, 100),
            number("rostrum.limits.fields", 1, 100_000),
            number("rostrum.limits.root-fields", 1, 10_000),
            number("rostrum.limits.aliases", 0, 100_000),
            number("rostrum.limits.directives", 0, 1_000),
            number("rostrum.limits.spreads", 0, 100_000),
            number("rostrum.limits.errors", 1, 1_000),
            number("rostrum.limits.nodes", 1, 30_000),
            number("rostrum.limits.fetches", 1, 10_000_000),
            size("rostrum.limits.answer", "1K", "1G"),
            duration("rostrum.limits.deadline", "100ms", "1h"),
            number("rostrum.limits.subscriptions", 0, 10_000),
            duration("rostrum.limits.slow-subscriber", "100ms", "1h"),
            duration("rostrum.stop.delay", "0s", "10m"),
            duration("rostrum.stop.timeout", "0s", "1h"),
            text("mp.jwt.verify.publickey.location"),
            text("mp.jwt.verify.issuer"),
            text("mp.jwt.verify.audiences"),
            text("rostrum.tokens.roles-claim"),
            text("rostrum.tokens.roles.contributor"),
            text("rostrum.tokens.roles.reviewer"),
            duration("rostrum.tokens.key-refresh", "1s", "365d"),
            text("quarkus.http.host"),
            number("quarkus.http.port", 0, 65_535),
            toggle("quarkus.otel.sdk.disabled"));

    private static final String OURS = "rostrum.";
    private static final String OUR_VARIABLES = "ROSTRUM_";
    private static final String PLATFORM_VARIABLES = "QUARKUS_";
    /** The edit distance of a typing error: up to two letters left out, added or changed. */
    private static final int TYPO_DISTANCE = 2;

    private static final int MAX_PRINTED = 200;

    private Settings() {}

    /**
     * Validates all settings.
     *
     * @throws StartupException at the first invalid one, with its name, its value and the valid values
     */
    public static void check(Config config) {
        for (Setting setting : ALL) {
            String value = config.getConfigValue(setting.name()).getValue();
            String problem = value == null || value.isBlank() ? null : setting.problem(value.strip());
            if (problem != null) {
                throw new StartupException(setting.name() + " (" + setting.variable() + ") is "
                        + printable(value.strip()) + ": it " + problem);
            }
        }
    }

    private static String printable(String value) {
        String plain = (value.startsWith("jdbc:") ? DatabaseUrl.printable(value) : value).replaceAll("\\p{Cntrl}", " ");
        return '"' + (plain.length() <= MAX_PRINTED ? plain : plain.substring(0, MAX_PRINTED) + "…") + '"';
    }

    /**
     * Finds names that are set and have no effect: no setting has them, but they begin as this server's do, or nearly
     * match one.
     *
     * @param environment the environment variables
     * @param sources the other sources of settings
     * @return a warning for each
     */
    public static List<String> unknown(Map<String, String> environment, Iterable<ConfigSource> sources) {
        Set<String> variables = ALL.stream().map(Setting::variable).collect(Collectors.toSet());
        Set<String> names = ALL.stream().map(Setting::name).collect(Collectors.toSet());
        Map<String, String> lines = new TreeMap<>();
        for (String variable : environment.keySet()) {
            addUnknown(lines, "environment variable", variable, variables, OUR_VARIABLES);
        }
        for (ConfigSource source : sources) {
            for (String name : source.getPropertyNames()) {
                // The environment's own source repeats its variables, under names of both kinds.
                if (!environment.containsKey(name) && !environment.containsKey(Setting.variable(name))) {
                    addUnknown(
                            lines,
                            "setting",
                            name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name,
                            names,
                            OURS);
                }
            }
        }
        return new ArrayList<>(lines.values());
    }

    /**
     * The platform's variable that was mistaken for one of this server's, such as the port; null where there is none.
     */
    private static @Nullable String platformVariable(String name, Set<String> known) {
        String platformName =
                name.startsWith(OUR_VARIABLES) ? PLATFORM_VARIABLES + name.substring(OUR_VARIABLES.length()) : name;
        return known.contains(platformName) ? platformName : null;
    }

    private static void addUnknown(
            Map<String, String> lines, String kind, String name, Set<String> known, String ours) {
        if (known.contains(name)) {
            return;
        }
        boolean isOurs = name.toLowerCase(Locale.ROOT).startsWith(ours.toLowerCase(Locale.ROOT));
        int maxDistance = isOurs ? Math.max(TYPO_DISTANCE, name.length() / 3) : TYPO_DISTANCE;
        LevenshteinDistance distance = new LevenshteinDistance(maxDistance);
        String nearest = known.stream()
                .filter(one -> distance.apply(name, one) >= 0)
                .min(Comparator.comparing(one -> distance.apply(name, one)))
                .orElseGet(() -> platformVariable(name, known));
        if (isOurs || nearest != null) {
            lines.put(
                    name,
                    "The " + kind + " " + name + " does nothing, there is no such setting; "
                            + (nearest == null ? "docs/running.md lists all" : "is " + nearest + " meant?"));
        }
    }
}
