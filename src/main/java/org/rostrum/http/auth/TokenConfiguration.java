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
import org.rostrum.http.log.LogSanitizer;

/**
 * How tokens are checked: MicroProfile JWT's settings and those of this server, looked at when it starts. A key that cannot work
 * ends the start with one line that names the setting; keys at a url that does not answer are asked for again later.
 */
@ApplicationScoped
public class TokenConfiguration {

  /** What to set where nothing is. */
  static final String NO_KEY = "this server has no key to check bearer tokens with; set mp.jwt.verify.publickey.location"
      + " (a file or url with a PEM public key or a JWKS), mp.jwt.verify.issuer and mp.jwt.verify.audiences";
  static final String AGAIN = "rostrum.tokens.key-refresh";
  static final String ROLES_CLAIM = "rostrum.tokens.roles-claim";
  static final String ROLE_NAMES = "rostrum.tokens.roles.";

  private static final Logger LOG = Logger.getLogger(TokenConfiguration.class);
  private static final String LOCATION = "mp.jwt.verify.publickey.location";
  private static final String INLINE = "mp.jwt.verify.publickey";
  private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
  private static final String OTHER_LOCATION = "smallrye.jwt.verify.key.location";
  private static final String SECRET = "smallrye.jwt.verify.secretkey";
  private static final String FORCED_REFRESH = "smallrye.jwt.jwks.forced-refresh-interval";
  private static final String RETAIN = "smallrye.jwt.jwks.retain-cache-on-error-duration";
  private static final Duration DEFAULT_AGAIN = Duration.ofSeconds(10);
  private static final Duration DEFAULT_RETAIN = Duration.ofHours(4);

  private final Config config;
  private final Supplier<JWTAuthContextInfo> platform;
  private TokenVerifier verifier;

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
  void onStart(@Observes @Priority(1) StartupEvent start) {
    verifier = check();
  }

  /** What checks tokens; null where there is no key. */
  TokenVerifier verifier() {
    return verifier;
  }

  /** A key's place: the setting that names it, and its value as the log may show it. */
  private record Place(String setting, String shown, String value) {

    /** A value that is the key itself is not shown. */
    static Place inline(String setting, String value) {
      return new Place(setting, setting, value);
    }

    static Place location(String setting, String value) {
      return new Place(setting, setting + "=" + value, value);
    }
  }

  TokenVerifier check() {
    RoleClaims roles = roleClaims();
    VerificationKeys.Timing again = new VerificationKeys.Timing(again(), Duration.ZERO, Duration.ZERO);
    if (keyStore()) {
      return new TokenVerifier(platform.get(), null, roles);
    }
    Optional<Place> place = place();
    if (place.isEmpty()) {
      return null;
    }
    KeySource source = source(place.get(), null);
    if (!source.remote()) {
      // Before the platform looks: it would not say which setting is wrong.
      parsed(place.get(), source);
    }
    JWTAuthContextInfo settings = platform.get();
    if (settings.getKeyProvider() == KeyProvider.AWS_ALB || settings.isVerifyCertificateThumbprint()) {
      return new TokenVerifier(settings, null, roles);
    }
    source = source(place.get(), settings);
    VerificationKeys keys = new VerificationKeys(place.get().shown, source, source.remote() ? remote(settings, again.again()) : again);
    load(place.get(), keys, settings.getSignatureAlgorithm());
    warnOfMissing(settings, source.remote());
    return new TokenVerifier(settings, keys, roles);
  }

  private boolean keyStore() {
    return value("smallrye.jwt.keystore.password").isPresent() && value("smallrye.jwt.keystore.verify.key.alias").isPresent();
  }

  /** In the platform's order. */
  private Optional<Place> place() {
    return value(INLINE).map(key -> Place.inline(INLINE, key))
        .or(() -> value(SECRET).map(key -> Place.inline(SECRET, key)))
        .or(() -> value(OTHER_LOCATION).map(location -> Place.location(OTHER_LOCATION, location)))
        .or(() -> value(LOCATION).map(location -> Place.location(LOCATION, location)));
  }

  private Optional<String> value(String setting) {
    return config.getOptionalValue(setting, String.class).map(String::strip).filter(value -> !value.isEmpty() && !value.equals("NONE"));
  }

  private static KeySource source(Place place, JWTAuthContextInfo settings) {
    if (place.setting.equals(INLINE) || place.setting.equals(SECRET)) {
      return () -> place.value;
    }
    try {
      return KeySource.at(place.value, settings);
    } catch (IllegalArgumentException e) {
      throw unusable(place, "is no place of a key: " + e.getMessage());
    }
  }

  private static List<VerificationKey> parsed(Place place, KeySource source) {
    try {
      return KeyParser.parse(source.read());
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(place, VerificationKeys.problem(e));
    }
  }

  private static IllegalStateException unusable(Place place, String problem) {
    return new IllegalStateException(place.shown + ": " + LogSanitizer.clean(problem));
  }

  private static void load(Place place, VerificationKeys keys, Set<SignatureAlgorithm> algorithms) {
    try {
      keys.load();
    } catch (IOException e) {
      if (keys.remote()) {
        LOG.warnf("%s: %s; tried again when a token comes", place.shown, LogSanitizer.clean(VerificationKeys.problem(e)));
        return;
      }
      throw unusable(place, VerificationKeys.problem(e));
    } catch (IllegalArgumentException e) {
      throw unusable(place, VerificationKeys.problem(e));
    }
    List<String> taken = algorithms.stream().map(SignatureAlgorithm::getAlgorithm).sorted().toList();
    List<VerificationKey> known = keys.current();
    if (known.stream().noneMatch(key -> taken.stream().anyMatch(key::fits))) {
      String usual = known.get(0).usual();
      String setting = usual.startsWith("HS") ? "smallrye.jwt.verify.algorithm" : ALGORITHM;
      throw new IllegalStateException(place.shown + ": the key is not for the algorithm " + String.join(", ", taken) + "; set "
          + setting + " to what the tokens are signed with, such as " + usual);
    }
  }

  private VerificationKeys.Timing remote(JWTAuthContextInfo settings, Duration again) {
    Duration forced = config.getOptionalValue(FORCED_REFRESH, Integer.class).map(Duration::ofMinutes).orElse(again);
    Duration retain = config.getOptionalValue(RETAIN, Integer.class).map(Duration::ofMinutes).orElse(DEFAULT_RETAIN);
    Duration refresh = Duration.ofMinutes(settings.getJwksRefreshInterval());
    return new VerificationKeys.Timing(forced.compareTo(again) < 0 ? again : forced, refresh, retain);
  }

  private Duration again() {
    Duration again = config.getOptionalValue(AGAIN, Duration.class).orElse(DEFAULT_AGAIN);
    if (again.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalStateException(AGAIN + ": must be 1s or more, so that nobody can make this server fetch keys without end");
    }
    return again;
  }

  /** In development and in tests the platform makes the key and the issuer up. */
  private void warnOfMissing(JWTAuthContextInfo settings, boolean remote) {
    if (value(BearerTokenAuthenticator.SIGNING).isPresent() && LaunchMode.current().isDevOrTest()) {
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
      LOG.warnf("%s: not set, so every token that the key signed is trusted, whoever issued it for whatever use",
          String.join(", ", missing));
    }
  }

  private RoleClaims roleClaims() {
    List<String> paths = config.getOptionalValues(ROLES_CLAIM, String.class).orElse(List.of("groups")).stream()
        .map(String::strip).filter(path -> !path.isEmpty()).toList();
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (String role : List.of(Roles.CONTRIBUTOR, Roles.REVIEWER)) {
      config.getOptionalValues(ROLE_NAMES + role, String.class).ifPresent(called -> names.put(role, new LinkedHashSet<>(called)));
    }
    return new RoleClaims(paths, names);
  }
}
