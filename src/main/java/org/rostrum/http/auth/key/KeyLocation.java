package org.rostrum.http.auth.key;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.rostrum.http.log.LogSanitizer;

/**
 * The setting that says where the verification key is, or holds the key itself.
 *
 * @param setting the setting's name
 * @param printable the setting as the log may show it: without its value where that is the key itself
 * @param value its value
 * @param inline whether the value is the key itself
 */
public record KeyLocation(String setting, String printable, String value, boolean inline) {

    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final String PUBLIC_KEY = "mp.jwt.verify.publickey";
    private static final String PLATFORM_LOCATION = "smallrye.jwt.verify.key.location";
    private static final String SECRET_KEY = "smallrye.jwt.verify.secretkey";

    /** The location that the settings name, in the platform's order of precedence. */
    public static Optional<KeyLocation> find(Config config) {
        return inline(config, PUBLIC_KEY)
                .or(() -> inline(config, SECRET_KEY))
                .or(() -> location(config, PLATFORM_LOCATION))
                .or(() -> location(config, LOCATION));
    }

    private static Optional<KeyLocation> inline(Config config, String setting) {
        return value(config, setting).map(key -> new KeyLocation(setting, setting, key, true));
    }

    private static Optional<KeyLocation> location(Config config, String setting) {
        return value(config, setting)
                .map(location -> new KeyLocation(setting, setting + "=" + location, location, false));
    }

    /** A setting's value; empty where it is blank, or NONE, which is how the platform writes that there is none. */
    public static Optional<String> value(Config config, String setting) {
        return config.getOptionalValue(setting, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals("NONE"));
    }

    /**
     * The source of the key.
     *
     * @param settings how to fetch from urls; null where the source is not read from yet
     * @throws IllegalStateException when the value is no location
     */
    public KeySource source(@Nullable JWTAuthContextInfo settings) {
        if (inline) {
            return () -> value;
        }
        try {
            return KeySource.at(value, settings);
        } catch (IllegalArgumentException e) {
            throw unusable("is no place of a key: " + e.getMessage());
        }
    }

    /**
     * Checks that a source holds a key that can be parsed.
     *
     * @throws IllegalStateException when it does not, or cannot be read
     */
    public void check(KeySource source) {
        try {
            KeyParser.parse(source.read());
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(VerificationKeys.problem(e));
        }
    }

    /** The failure of a server whose key cannot be used: one line that names the setting. */
    public IllegalStateException unusable(String problem) {
        return new IllegalStateException(printable + ": " + LogSanitizer.clean(problem));
    }
}
