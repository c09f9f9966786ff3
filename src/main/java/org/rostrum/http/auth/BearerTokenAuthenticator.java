package org.rostrum.http.auth;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.request.Roles;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Authenticates requests by bearer token (RFC 6750): a JWT, verified as MicroProfile JWT's settings say. Requests
 * without a token are anonymous.
 */
@ApplicationScoped
public class BearerTokenAuthenticator {

    private static final Logger LOG = Logger.getLogger(BearerTokenAuthenticator.class);
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]+)");
    /** The setting in which the platform keeps the signing key that it generates for development and tests. */
    static final String SIGNING_KEY = "smallrye.jwt.sign.key";

    private static final Duration DEV_TOKEN_LIFETIME = Duration.ofDays(30);
    /** The shortest time between two log lines about tokens refused for the same reason. */
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);
    /** In UTF-16 code units. */
    private static final int MAX_NAME_LENGTH = 200;
    /** The identity's attribute with the end of the token's validity, in seconds since 1970. */
    private static final String VALID_UNTIL = "rostrum.valid-until";

    private final TokenConfiguration configuration;
    private final Config config;
    private final TokenRefusalLog refusals = new TokenRefusalLog(LOG_INTERVAL);

    BearerTokenAuthenticator(TokenConfiguration configuration, Config config) {
        this.configuration = configuration;
        this.config = config;
    }

    /** Logs a token with all roles in development, and a warning where no token can be verified. */
    void onStart(@Observes StartupEvent event) {
        devToken()
                .ifPresent(token ->
                        LOG.infof("A token for writing, in development only:%nAuthorization: Bearer %s", token));
        if (!hasKey()) {
            LOG.warn("Nobody can write: " + TokenConfiguration.NO_KEY);
        }
    }

    /** A token for development, signed with the key that the platform generates at each start; empty in other modes. */
    public Optional<String> devToken() {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT
                || config.getOptionalValue(SIGNING_KEY, String.class).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Jwt.upn("developer")
                .groups(Set.of("contributor", "reviewer"))
                .expiresIn(DEV_TOKEN_LIFETIME)
                .sign());
    }

    /**
     * The client's identity, with the roles in its token; null for a client without a token.
     *
     * @param authorization the value of the Authorization header, or null
     * @throws RequestRejectedException when the token is refused, or cannot be verified at the moment
     */
    public @Nullable SecurityIdentity identify(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return null;
        }
        Matcher bearer = BEARER.matcher(authorization.strip());
        if (!bearer.matches()) {
            throw rejected("Authorization: must be \"Bearer\" and a token");
        }
        if (!hasKey()) {
            throw rejected(TokenConfiguration.NO_KEY);
        }
        try {
            VerifiedToken token = configuration.verifier().orElseThrow().verify(bearer.group(1));
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(token.name()))
                    .addRoles(token.roles())
                    .addAttribute(VALID_UNTIL, token.validUntil())
                    .setAnonymous(false)
                    .build();
        } catch (TokenException e) {
            refusals.record(e);
            throw rejected("Authorization: the token " + e.getMessage());
        }
    }

    /**
     * How long an identity is still valid.
     *
     * @param identity null for an anonymous client
     * @return milliseconds until its token expires, leeway included: 0 or less when it has; {@link Long#MAX_VALUE}
     *     where nothing expires
     */
    public static long millisLeft(@Nullable SecurityIdentity identity) {
        Long until = identity == null ? null : identity.getAttribute(VALID_UNTIL);
        if (until == null || until > Instant.MAX.getEpochSecond()) {
            return Long.MAX_VALUE;
        }
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(until));
        return left.toSeconds() > Long.MAX_VALUE / 1_000 - 1 ? Long.MAX_VALUE : left.toMillis();
    }

    /**
     * Whether a response reports the execution plan. The plan reveals details of the database, so outside of
     * development only reviewers get it.
     *
     * @param header the value of Rostrum-Explain: "true" requests the plan; null does not
     * @throws RequestRejectedException when the client requests the plan and may not have it
     */
    public static boolean mayExplain(String header, @Nullable SecurityIdentity identity) {
        if (!"true".equalsIgnoreCase(header)) {
            return false;
        }
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT && (identity == null || !identity.hasRole(Roles.REVIEWER))) {
            throw new RequestRejectedException(
                    HttpStatus.FORBIDDEN, "FORBIDDEN", "Rostrum-Explain: needs a bearer token with the role reviewer");
        }
        return true;
    }

    /** The name under which the history records an identity's writes, at most 200 UTF-16 code units. */
    public static String callerName(SecurityIdentity identity) {
        String name = identity.getPrincipal().getName();
        if (name.length() <= MAX_NAME_LENGTH) {
            return name;
        }
        // Databases reject half of a surrogate pair.
        return name.substring(
                0, Character.isHighSurrogate(name.charAt(MAX_NAME_LENGTH - 1)) ? MAX_NAME_LENGTH - 1 : MAX_NAME_LENGTH);
    }

    /** The rejection of a mutation without a token. */
    public RequestRejectedException tokenRequired() {
        String hint = hasKey() ? "" : "; " + TokenConfiguration.NO_KEY;
        return rejected("writing needs a bearer token with the role contributor or reviewer" + hint);
    }

    private static RequestRejectedException rejected(String message) {
        return new RequestRejectedException(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", message);
    }

    private boolean hasKey() {
        return configuration.verifier().isPresent();
    }
}
