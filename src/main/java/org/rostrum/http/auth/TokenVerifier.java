package org.rostrum.http.auth;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Checks tokens: their signature with the {@link VerificationKeys}, their claims with the platform's parser, as MicroProfile JWT's
 * settings say.
 */
final class TokenVerifier {

  /** In characters; a token with a hundred roles has some 4,000. */
  private static final int LONGEST = 20_000;
  /** How many keys without an id are tried on a token. */
  private static final int MOST_TRIED = 10;
  /** In the order in which they name the holder. */
  private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");

  private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
  private final JWTAuthContextInfo settings;
  private final Set<String> algorithms;
  private final VerificationKeys keys;
  private final RoleClaims roles;

  /**
   * What a token proves.
   *
   * @param name       who holds it
   * @param roles      what the holder may do
   * @param validUntil when it stops counting, the leeway included: seconds since 1970
   */
  record Verified(String name, Set<String> roles, long validUntil) {}

  /**
   * @param keys null where the platform itself finds the key: in a key store, at AWS's load balancer, in a certificate that the
   *             token names
   */
  TokenVerifier(JWTAuthContextInfo settings, VerificationKeys keys, RoleClaims roles) {
    this.settings = new JWTAuthContextInfo(settings);
    this.keys = keys;
    this.roles = roles;
    this.algorithms = settings.getSignatureAlgorithm().stream().map(SignatureAlgorithm::getAlgorithm).collect(Collectors.toSet());
    if (this.settings.getMaxTimeToLiveSecs() == null) {
      // The platform asks for "iat" unless the longest life is 0; nothing is counted from it here.
      this.settings.setMaxTimeToLiveSecs(0L);
    }
  }

  /**
   * Checks a token.
   *
   * @throws TokenException when it is not to be trusted
   * @throws RequestRejectedException     when the keys cannot be had at the moment
   */
  Verified verify(String token) throws TokenException {
    if (token.length() > LONGEST) {
      throw new TokenException(TokenRefusalReason.MALFORMED, "is longer than the limit of " + LONGEST + " characters", "");
    }
    try {
      JwtClaims claims = (keys == null ? parse(token, settings) : signedByKnown(token)).getJwtClaims();
      return new Verified(name(claims), roles.roles(claims.getClaimsMap()), validUntil(claims));
    } catch (ClassCastException | NullPointerException e) {
      // The platform's parser takes the type of "groups" and of some others for granted.
      throw new TokenException(TokenRefusalReason.BAD_CLAIM, "");
    }
  }

  private JwtContext signedByKnown(String token) throws TokenException {
    JsonWebStructure read = structure(token);
    // Of an encrypted token, what is signed shows only after it was decrypted.
    boolean signed = read instanceof JsonWebSignature;
    String algorithm = signed ? read.getAlgorithmHeaderValue() : null;
    if (signed && !algorithms.contains(algorithm)) {
      throw new TokenException(TokenRefusalReason.ALGORITHM, "mp.jwt.verify.publickey.algorithm takes " + algorithms);
    }
    String id = signed ? read.getKeyIdHeaderValue() : null;
    List<VerificationKey> known = known();
    try {
      return tryAll(token, id, algorithm, known);
    } catch (TokenException e) {
      boolean otherKey = e.fault() == TokenRefusalReason.UNKNOWN_KEY || e.fault() == TokenRefusalReason.BAD_SIGNATURE;
      if (!otherKey || !keys.renewed(known)) {
        throw e;
      }
      return tryAll(token, id, algorithm, known());
    }
  }

  private static JsonWebStructure structure(String token) throws TokenException {
    try {
      JsonWebStructure read = JsonWebStructure.fromCompactSerialization(token);
      // A header of the wrong type shows only when it is asked for.
      read.getKeyIdHeaderValue();
      if (read.getAlgorithmHeaderValue() != null) {
        return read;
      }
    } catch (JoseException | RuntimeException e) {
      // Told below: what went wrong quotes the token.
    }
    throw new TokenException(TokenRefusalReason.MALFORMED, "");
  }

  private List<VerificationKey> known() {
    List<VerificationKey> known = keys.current();
    if (known == null) {
      throw new RequestRejectedException(HttpStatus.UNAVAILABLE, "UNAVAILABLE",
          "Authorization: tokens cannot be checked at the moment, the keys could not be fetched");
    }
    return known;
  }

  private JwtContext tryAll(String token, String id, String algorithm, List<VerificationKey> known) throws TokenException {
    List<VerificationKey> meant = meant(id, known);
    if (meant.isEmpty()) {
      throw new TokenException(TokenRefusalReason.UNKNOWN_KEY, "known keys have the ids " + ids(known));
    }
    List<VerificationKey> fitting = meant.stream().filter(key -> algorithm == null || key.fits(algorithm)).limit(MOST_TRIED).toList();
    TokenException wrong = new TokenException(TokenRefusalReason.ALGORITHM, "the key that it names is for another algorithm");
    for (VerificationKey key : fitting) {
      try {
        return parse(token, with(key));
      } catch (TokenException e) {
        if (e.fault() != TokenRefusalReason.BAD_SIGNATURE) {
          throw e;
        }
        wrong = e;
      }
    }
    throw wrong;
  }

  /** A token without an id may be signed with any of the keys, one with an id with that key or with a key that has none. */
  private List<VerificationKey> meant(String id, List<VerificationKey> known) {
    String required = settings.getTokenKeyId();
    if (required != null && id != null && !id.equals(required)) {
      return List.of();
    }
    return known.stream().filter(key -> required == null || key.id() == null || key.id().equals(required))
        .filter(key -> id == null || key.id() == null || key.id().equals(id)).toList();
  }

  private static List<String> ids(List<VerificationKey> known) {
    return known.stream().map(VerificationKey::id).filter(Objects::nonNull).limit(MOST_TRIED).toList();
  }

  private JWTAuthContextInfo with(VerificationKey key) {
    JWTAuthContextInfo own = new JWTAuthContextInfo(settings);
    if (key.key() instanceof SecretKey secret) {
      own.setSecretVerificationKey(secret);
    } else {
      own.setPublicVerificationKey((PublicKey) key.key());
    }
    return own;
  }

  private JwtContext parse(String token, JWTAuthContextInfo how) throws TokenException {
    try {
      return parser.parse(token, how);
    } catch (ParseException e) {
      // Its messages quote the token, so they go nowhere.
      throw e.getCause() instanceof InvalidJwtException invalid ? explained(invalid)
          : e.getCause() instanceof JoseException ? new TokenException(keys == null ? TokenRefusalReason.UNKNOWN_KEY : TokenRefusalReason.MALFORMED, "")
          : new TokenException(TokenRefusalReason.LIFETIME, "");
    }
  }

  private TokenException explained(InvalidJwtException invalid) {
    if (invalid instanceof InvalidJwtSignatureException) {
      return new TokenException(TokenRefusalReason.BAD_SIGNATURE, "");
    }
    List<TokenException> found = new ArrayList<>();
    for (var error : invalid.getErrorDetails()) {
      switch (error.getErrorCode()) {
        case ErrorCodes.ISSUER_INVALID ->
            found.add(new TokenException(TokenRefusalReason.WRONG_ISSUER, "mp.jwt.verify.issuer is " + settings.getIssuedBy()));
        case ErrorCodes.AUDIENCE_INVALID ->
            found.add(new TokenException(TokenRefusalReason.WRONG_AUDIENCE, "mp.jwt.verify.audiences is " + settings.getExpectedAudience()));
        case ErrorCodes.EXPIRED -> found.add(new TokenException(TokenRefusalReason.EXPIRED, since(invalid.getJwtContext())));
        case ErrorCodes.NOT_YET_VALID -> found.add(new TokenException(TokenRefusalReason.NOT_YET_VALID, ""));
        case ErrorCodes.ISSUER_MISSING -> found.add(TokenException.missing("iss"));
        case ErrorCodes.AUDIENCE_MISSING -> found.add(TokenException.missing("aud"));
        case ErrorCodes.EXPIRATION_MISSING -> found.add(TokenException.missing("exp"));
        case ErrorCodes.ISSUED_AT_MISSING -> found.add(TokenException.missing("iat"));
        case ErrorCodes.MALFORMED_CLAIM -> found.add(new TokenException(TokenRefusalReason.BAD_CLAIM, "one of iss, aud, exp, iat, nbf"));
        case ErrorCodes.SIGNATURE_INVALID -> found.add(new TokenException(TokenRefusalReason.BAD_SIGNATURE, ""));
        case ErrorCodes.MISCELLANEOUS -> found.add(other(invalid.getJwtContext()));
        default -> found.add(new TokenException(TokenRefusalReason.MALFORMED, ""));
      }
    }
    if (found.isEmpty()) {
      return missingRequired(invalid);
    }
    return found.stream().min((one, other) -> one.fault().compareTo(other.fault())).orElseThrow();
  }

  /** What has no code of its own. */
  private static TokenException other(JwtContext context) {
    try {
      JwtClaims claims = context.getJwtClaims();
      if (claims.getExpirationTime().isBefore(claims.getIssuedAt())) {
        return TokenException.badClaim("exp", "later than iat");
      }
    } catch (MalformedClaimException | RuntimeException e) {
      // There are no claims to look at.
    }
    return new TokenException(TokenRefusalReason.MALFORMED, "");
  }

  /** How long ago a token expired. */
  private static String since(JwtContext context) {
    try {
      long exp = context.getJwtClaims().getExpirationTime().getValue();
      return "that was " + Duration.ofSeconds(Instant.now().getEpochSecond() - exp) + " ago; if that is not so, the clocks differ";
    } catch (MalformedClaimException | RuntimeException e) {
      return "";
    }
  }

  /** What the platform asks for without telling what is missing. */
  private TokenException missingRequired(InvalidJwtException invalid) {
    Set<String> required = settings.getRequiredClaims() == null ? Set.of() : settings.getRequiredClaims();
    Map<String, Object> claims = invalid.getJwtContext().getJwtClaims().getClaimsMap();
    return required.stream().filter(claim -> !claims.containsKey(claim)).findFirst().map(TokenException::missing)
        .orElseGet(() -> TokenException.missing("upn, preferred_username or sub"));
  }

  private static String name(JwtClaims claims) throws TokenException {
    for (String claim : NAMES) {
      Object value = claims.getClaimValue(claim);
      if (value == null) {
        continue;
      }
      if (!(value instanceof String name) || name.isBlank()) {
        throw TokenException.badClaim(claim, "text that is not empty");
      }
      if (name.codePoints().anyMatch(TokenVerifier::isControl)) {
        throw TokenException.badClaim(claim, "text without control characters");
      }
      return name;
    }
    throw TokenException.missing("upn, preferred_username or sub");
  }

  private long validUntil(JwtClaims claims) throws TokenException {
    try {
      long exp = claims.getExpirationTime().getValue();
      long leeway = Math.max(settings.getExpGracePeriodSecs(), settings.getClockSkew());
      return exp > Long.MAX_VALUE - leeway ? Long.MAX_VALUE : exp + leeway;
    } catch (MalformedClaimException e) {
      throw TokenException.badClaim("exp", "a number of seconds");
    }
  }

  /** Whether a character has no place in a name: a control character, a separator of lines, half of a pair. */
  static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
