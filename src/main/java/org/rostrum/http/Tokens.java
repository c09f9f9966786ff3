package org.rostrum.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.rostrum.graph.Roles;

/**
 * Who sends a request: the holder of a bearer token (RFC 6750), a JWT that is checked as MicroProfile JWT's settings say, or
 * nobody in particular.
 */
@ApplicationScoped
public class Tokens {

  private static final Logger LOG = Logger.getLogger(Tokens.class);
  private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]+)");
  /** Each of them is enough to check tokens with. */
  private static final List<String> KEYS = List.of("mp.jwt.verify.publickey.location", "mp.jwt.verify.publickey",
      "smallrye.jwt.verify.key.location");
  private static final String SIGNING = "smallrye.jwt.sign.key";
  private static final Duration DEV_TOKEN = Duration.ofDays(30);
  private static final int LONGEST_NAME = 200;

  private final JWTParser parser;
  private final Config config;

  Tokens(JWTParser parser, Config config) {
    this.parser = parser;
    this.config = config;
  }

  /** Prints a token that may do everything, where only the developer sees it. */
  void onStart(@Observes StartupEvent start) {
    devToken().ifPresent(token -> LOG.infof("A token for writing, in development only:%nAuthorization: Bearer %s", token));
    if (!hasKey()) {
      LOG.warn("Nobody can write: " + NO_KEY);
    }
  }

  private static final String NO_KEY = "this server has no key to check bearer tokens with; set mp.jwt.verify.publickey.location"
      + " (a file or url with a PEM public key or a JWKS) and mp.jwt.verify.issuer";

  /** A token for development, signed with a key that the platform made for this start; empty elsewhere. */
  Optional<String> devToken() {
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT || config.getOptionalValue(SIGNING, String.class).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Jwt.upn("developer").groups(Set.of("contributor", "reviewer")).expiresIn(DEV_TOKEN).sign());
  }

  /**
   * The sender's identity, with the roles in the token's {@code groups}; null for one without a token.
   *
   * @param authorization the header's value, or null
   * @throws BadRequest when there is a token that is not to be trusted
   */
  SecurityIdentity identify(String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return null;
    }
    Matcher bearer = BEARER.matcher(authorization.strip());
    if (!bearer.matches()) {
      throw refused("Authorization: must be \"Bearer\" and a token");
    }
    if (!hasKey()) {
      throw refused(NO_KEY);
    }
    try {
      JsonWebToken token = parser.parse(bearer.group(1));
      return QuarkusSecurityIdentity.builder().setPrincipal(token).addRoles(token.getGroups() == null ? Set.of() : token.getGroups())
          .setAnonymous(false).build();
    } catch (ParseException e) {
      LOG.debugf(e, "A bearer token was refused");
      throw refused("Authorization: the token is expired, or not one that this server trusts");
    }
  }

  /**
   * Whether an answer is to say how it was found. That tells about the database, so it is for reviewers, and for everybody in
   * development.
   *
   * @param header "true" asks for it; null does not
   * @throws BadRequest when the sender may not ask
   */
  static boolean mayBeExplained(String header, SecurityIdentity identity) {
    if (!"true".equalsIgnoreCase(header)) {
      return false;
    }
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT && (identity == null || !identity.hasRole(Roles.REVIEWER))) {
      throw new BadRequest(Status.FORBIDDEN, "FORBIDDEN", "Rostrum-Explain: needs a bearer token with the role reviewer");
    }
    return true;
  }

  /** The name under which it is kept who wrote what. */
  static String name(SecurityIdentity identity) {
    String name = identity.getPrincipal().getName();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** The refusal of a write without a token. */
  BadRequest missing() {
    return refused("writing needs a bearer token with the role contributor or reviewer" + (hasKey() ? "" : "; " + NO_KEY));
  }

  private static BadRequest refused(String message) {
    return new BadRequest(Status.UNAUTHORIZED, "UNAUTHENTICATED", message);
  }

  private boolean hasKey() {
    return KEYS.stream().anyMatch(key -> config.getOptionalValue(key, String.class).filter(value -> !value.isBlank() && !value.equals("NONE")).isPresent());
  }
}
