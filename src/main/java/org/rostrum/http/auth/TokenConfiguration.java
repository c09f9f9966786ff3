package org.rostrum.http.auth;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.KeyProvider;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.rostrum.graph.request.Roles;
import org.rostrum.http.auth.key.KeyLocation;
import org.rostrum.http.auth.key.KeySource;
import org.rostrum.http.auth.key.VerificationKey;
import org.rostrum.http.auth.key.VerificationKeys;
import org.rostrum.http.log.LogSanitizer;

/**
 * Configures the verification of tokens at start-up, from MicroProfile JWT's settings and those of this server. A key
 * that cannot work ends the start with one line that names the setting; keys at a url that does not answer are fetched
 * later.
 */
@ApplicationScoped
public class TokenConfiguration {

    /** What to set where nothing is. */
    static final String NO_KEY =
            "this server has no key to check bearer tokens with; set mp.jwt.verify.publickey.location"
                    + " (a file or url with a PEM public key or a JWKS), mp.jwt.verify.issuer and mp.jwt.verify.audiences";

    private static final Logger LOG = Logger.getLogger(TokenConfiguration.class);
    private static final String KEY_REFRESH = "rostrum.tokens.key-refresh";
    private static final String ROLES_CLAIM = "rostrum.tokens.roles-claim";
    private static final String ROLE_NAMES = "rostrum.tokens.roles.";
    private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    private static final String FORCED_REFRESH = "smallrye.jwt.jwks.forced-refresh-interval";
    private static final String RETAIN = "smallrye.jwt.jwks.retain-cache-on-error-duration";
    private static final Duration DEFAULT_KEY_REFRESH = Duration.ofSeconds(10);
    private static final Duration DEFAULT_RETAIN = Duration.ofHours(4);

    private final Config config;
    private final Supplier<JWTAuthContextInfo> platform;
    private Optional<TokenVerifier> verifier = Optional.empty();

    @Inject
    TokenConfiguration(Config config, Instance<JWTAuthContextInfo> platform) {
        this(config, platform::get);
    }

    /** @param platform the platform's own reading of its settings; it fails where a key's file is missing */
    TokenConfiguration(Config config, Supplier<JWTAuthContextInfo> platform) {
        this.config = config;
        this.platform = platform;
    }

    /** Before anything that listens to requests. */
    void onStart(@Observes @Priority(1) StartupEvent event) {
        verifier = createVerifier();
    }

    /** The verifier of tokens; empty where no key is configured. */
    Optional<TokenVerifier> verifier() {
        return verifier;
    }

    /**
     * Makes a verifier from the settings.
     *
     * @return empty where no key is configured
     * @throws IllegalStateException when a setting cannot be used
     */
    Optional<TokenVerifier> createVerifier() {
        RoleClaims roles = roleClaims();
        Duration minInterval = keyRefresh();
        if (isKeyStoreConfigured()) {
            return Optional.of(new TokenVerifier(platform.get(), Optional.empty(), roles));
        }
        Optional<KeyLocation> configured = KeyLocation.find(config);
        if (configured.isEmpty()) {
            return Optional.empty();
        }
        KeyLocation location = configured.get();
        KeySource unfetched = location.source(null);
        if (!unfetched.isRemote()) {
            // Before the platform reads it, whose message would not name the setting.
            location.check(unfetched);
        }
        JWTAuthContextInfo settings = platform.get();
        if (settings.getKeyProvider() == KeyProvider.AWS_ALB || settings.isVerifyCertificateThumbprint()) {
            return Optional.of(new TokenVerifier(settings, Optional.empty(), roles));
        }
        KeySource source = location.source(settings);
        VerificationKeys.Timing timing = source.isRemote()
                ? remoteTiming(settings, minInterval)
                : new VerificationKeys.Timing(minInterval, Duration.ZERO, Duration.ZERO);
        VerificationKeys keys = new VerificationKeys(location.printable(), source, timing);
        load(location, keys, settings.getSignatureAlgorithm());
        warnOfMissingChecks(settings, source.isRemote());
        return Optional.of(new TokenVerifier(settings, Optional.of(keys), roles));
    }

    private boolean isKeyStoreConfigured() {
        return KeyLocation.value(config, "smallrye.jwt.keystore.password").isPresent()
                && KeyLocation.value(config, "smallrye.jwt.keystore.verify.key.alias")
                        .isPresent();
    }

    private static void load(KeyLocation location, VerificationKeys keys, Set<SignatureAlgorithm> algorithms) {
        try {
            keys.load();
        } catch (IOException e) {
            if (keys.isRemote()) {
                LOG.warnf(
                        "%s: %s; tried again when a token comes",
                        location.printable(), LogSanitizer.clean(VerificationKeys.problem(e)));
                return;
            }
            throw location.unusable(VerificationKeys.problem(e));
        } catch (IllegalArgumentException e) {
            throw location.unusable(VerificationKeys.problem(e));
        }
        List<String> accepted = algorithms.stream()
                .map(SignatureAlgorithm::getAlgorithm)
                .sorted()
                .toList();
        List<VerificationKey> known = keys.current().orElseThrow();
        if (known.stream().noneMatch(key -> accepted.stream().anyMatch(key::fits))) {
            String algorithm = known.get(0).commonAlgorithm();
            String setting = algorithm.startsWith("HS") ? "smallrye.jwt.verify.algorithm" : ALGORITHM;
            throw new IllegalStateException(
                    location.printable() + ": the key is not for the algorithm " + String.join(", ", accepted)
                            + "; set " + setting + " to what the tokens are signed with, such as " + algorithm);
        }
    }

    private VerificationKeys.Timing remoteTiming(JWTAuthContextInfo settings, Duration minInterval) {
        Duration forced = config.getOptionalValue(FORCED_REFRESH, Integer.class)
                .map(Duration::ofMinutes)
                .orElse(minInterval);
        Duration retain = config.getOptionalValue(RETAIN, Integer.class)
                .map(Duration::ofMinutes)
                .orElse(DEFAULT_RETAIN);
        Duration refresh = Duration.ofMinutes(settings.getJwksRefreshInterval());
        return new VerificationKeys.Timing(forced.compareTo(minInterval) < 0 ? minInterval : forced, refresh, retain);
    }

    private Duration keyRefresh() {
        Duration interval = config.getOptionalValue(KEY_REFRESH, Duration.class).orElse(DEFAULT_KEY_REFRESH);
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalStateException(
                    KEY_REFRESH + ": must be 1s or more, so that nobody can make this server fetch keys without end");
        }
        return interval;
    }

    /** Not in development and in tests, where the platform generates the key and the issuer. */
    private void warnOfMissingChecks(JWTAuthContextInfo settings, boolean remote) {
        if (KeyLocation.value(config, BearerTokenAuthenticator.SIGNING_KEY).isPresent()
                && LaunchMode.current().isDevOrTest()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (settings.getIssuedBy() == null) {
            missing.add("mp.jwt.verify.issuer");
        }
        if (settings.getExpectedAudience() == null && (remote || !missing.isEmpty())) {
            missing.add("mp.jwt.verify.audiences");
        }
        if (!missing.isEmpty()) {
            LOG.warnf(
                    "%s: not set, so every token that the key signed is trusted, whoever issued it for whatever use",
                    String.join(", ", missing));
        }
    }

    private RoleClaims roleClaims() {
        List<String> paths = config.getOptionalValues(ROLES_CLAIM, String.class).orElse(List.of("groups")).stream()
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (String role : List.of(Roles.CONTRIBUTOR, Roles.REVIEWER)) {
            config.getOptionalValues(ROLE_NAMES + role, String.class)
                    .ifPresent(aliases -> names.put(role, new LinkedHashSet<>(aliases)));
        }
        return new RoleClaims(paths, names);
    }
}
