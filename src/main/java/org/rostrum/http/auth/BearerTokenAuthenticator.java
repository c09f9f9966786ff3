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
import org.rostrum.graph.request.Roles;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Who sends a request: the holder of a bearer token (RFC 6750), a JWT that is checked as MicroProfile JWT's settings say, or
 * nobody in particular.
 */
@ApplicationScoped
public class BearerTokenAuthenticator {

  private static final Logger LOG = Logger.getLogger(BearerTokenAuthenticator.class);
  private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]+)");
  /** Where the platform keeps the key that it makes for development and tests. */
  static final String SIGNING = "smallrye.jwt.sign.key";
  private static final Duration DEV_TOKEN = Duration.ofDays(30);
  /** How often at most the log says that tokens were refused for the same reason. */
  private static final Duration LOG_PAUSE = Duration.ofSeconds(10);
  /** In UTF-16 code units. */
  private static final int LONGEST_NAME = 200;
  private static final String VALID_UNTIL = "rostrum.valid-until";

  private final TokenConfiguration configuration;
  private final Config config;
  private final TokenRefusalLog refusals = new TokenRefusalLog(LOG_PAUSE);

  BearerTokenAuthenticator(TokenConfiguration configuration, Config config) {
    this.configuration = configuration;
    this.config = config;
  }

  /** Prints a token that may do everything, where only the developer sees it. */
  void onStart(@Observes StartupEvent start) {
    devToken().ifPresent(token -> LOG.infof("A token for writing, in development only:%nAuthorization: Bearer %s", token));
    if (!hasKey()) {
      LOG.warn("Nobody can write: " + TokenConfiguration.NO_KEY);
    }
  }

  /** A token for development, signed with a key that the platform made for this start; empty elsewhere. */
  public Optional<String> devToken() {
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT || config.getOptionalValue(SIGNING, String.class).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Jwt.upn("developer").groups(Set.of("contributor", "reviewer")).expiresIn(DEV_TOKEN).sign());
  }

  /**
   * The sender's identity, with the roles that the token gives; null for one without a token.
   *
   * @param authorization the header's value, or null
   * @throws RequestRejectedException when there is a token that is not to be trusted, or that cannot be checked at the moment
   */
  public SecurityIdentity identify(String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return null;
    }
    Matcher bearer = BEARER.matcher(authorization.strip());
    if (!bearer.matches()) {
      throw refused("Authorization: must be \"Bearer\" and a token");
    }
    if (!hasKey()) {
      throw refused(TokenConfiguration.NO_KEY);
    }
    try {
      TokenVerifier.Verified token = configuration.verifier().verify(bearer.group(1));
      return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(token.name())).addRoles(token.roles())
          .addAttribute(VALID_UNTIL, token.validUntil()).setAnonymous(false).build();
    } catch (TokenException e) {
      refusals.note(e);
      throw refused("Authorization: the token " + e.getMessage());
    }
  }

  /**
   * How long an identity counts.
   *
   * @return milliseconds until its token has expired, the leeway included: 0 or less when it has; {@link Long#MAX_VALUE} for an
   *     identity that does not end, as nobody's in particular
   */
  public static long millisLeft(SecurityIdentity identity) {
    Long until = identity == null ? null : identity.getAttribute(VALID_UNTIL);
    if (until == null || until > Instant.MAX.getEpochSecond()) {
      return Long.MAX_VALUE;
    }
    Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(until));
    return left.getSeconds() > Long.MAX_VALUE / 1_000 - 1 ? Long.MAX_VALUE : left.toMillis();
  }

  /**
   * Whether an answer is to say how it was found. That tells about the database, so it is for reviewers, and for everybody in
   * development.
   *
   * @param header "true" asks for it; null does not
   * @throws RequestRejectedException when the sender may not ask
   */
  public static boolean mayBeExplained(String header, SecurityIdentity identity) {
    if (!"true".equalsIgnoreCase(header)) {
      return false;
    }
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT && (identity == null || !identity.hasRole(Roles.REVIEWER))) {
      throw new RequestRejectedException(HttpStatus.FORBIDDEN, "FORBIDDEN", "Rostrum-Explain: needs a bearer token with the role reviewer");
    }
    return true;
  }

  /** The name under which it is kept who wrote what. */
  public static String name(SecurityIdentity identity) {
    String name = identity.getPrincipal().getName();
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    // Half of a surrogate pair is no text that databases take.
    return name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME);
  }

  /** The refusal of a write without a token. */
  public RequestRejectedException missing() {
    String why = hasKey() ? "" : "; " + TokenConfiguration.NO_KEY;
    return refused("writing needs a bearer token with the role contributor or reviewer" + why);
  }

  private static RequestRejectedException refused(String message) {
    return new RequestRejectedException(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", message);
  }

  private boolean hasKey() {
    return configuration.verifier() != null;
  }
}
