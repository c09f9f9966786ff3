package org.rostrum.http.auth;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.http.auth.key.VerificationKey;
import org.rostrum.http.auth.key.VerificationKeys;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Verifies tokens: their signature with the {@link VerificationKeys}, their claims with the platform's parser, as
 * MicroProfile JWT's settings say.
 */
final class TokenVerifier {

    /** In characters; a token with a hundred roles has some 4,000. */
    private static final int MAX_LENGTH = 20_000;
    /** How many keys without an id are tried on a token. */
    private static final int MAX_KEYS_TRIED = 10;

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    private final JWTAuthContextInfo settings;
    private final TokenErrorTranslator errors;
    private final Set<String> algorithms;
    private final Optional<VerificationKeys> keys;
    private final RoleClaims roles;

    /**
     * @param keys empty where the platform finds the key: in a key store, at AWS's load balancer, in a certificate that
     *     the token names
     */
    TokenVerifier(JWTAuthContextInfo settings, Optional<VerificationKeys> keys, RoleClaims roles) {
        this.settings = new JWTAuthContextInfo(settings);
        this.errors = new TokenErrorTranslator(this.settings);
        this.keys = keys;
        this.roles = roles;
        this.algorithms = settings.getSignatureAlgorithm().stream()
                .map(SignatureAlgorithm::getAlgorithm)
                .collect(Collectors.toSet());
        if (this.settings.getMaxTimeToLiveSecs() == null) {
            // The platform requires "iat" unless the maximum lifetime is 0; here no lifetime is counted from it.
            this.settings.setMaxTimeToLiveSecs(0L);
        }
    }

    /**
     * Verifies a token.
     *
     * @throws TokenException when it is refused
     * @throws RequestRejectedException when there are no keys at the moment
     */
    VerifiedToken verify(String token) throws TokenException {
        if (token.length() > MAX_LENGTH) {
            throw new TokenException(
                    TokenRefusalReason.MALFORMED, "is longer than the limit of " + MAX_LENGTH + " characters", "");
        }
        try {
            JwtContext parsed = keys.isEmpty() ? parse(token, settings) : parseWithKeys(token, keys.get());
            JwtClaims claims = parsed.getJwtClaims();
            return new VerifiedToken(
                    TokenClaims.name(claims),
                    roles.roles(claims.getClaimsMap()),
                    TokenClaims.validUntil(claims, settings));
        } catch (ClassCastException | NullPointerException e) {
            // The platform's parser does not check the types of "groups" and of some other claims.
            throw new TokenException(TokenRefusalReason.BAD_CLAIM, "");
        }
    }

    private JwtContext parseWithKeys(String token, VerificationKeys source) throws TokenException {
        JsonWebStructure structure = structure(token);
        // Of an encrypted token, the signature's header can be read only after decryption.
        boolean signed = structure instanceof JsonWebSignature;
        Optional<String> algorithm = signed ? Optional.of(structure.getAlgorithmHeaderValue()) : Optional.empty();
        if (algorithm.isPresent() && !algorithms.contains(algorithm.get())) {
            throw new TokenException(
                    TokenRefusalReason.ALGORITHM, "mp.jwt.verify.publickey.algorithm takes " + algorithms);
        }
        Optional<String> id = signed ? Optional.ofNullable(structure.getKeyIdHeaderValue()) : Optional.empty();
        List<VerificationKey> known = current(source);
        try {
            return tryEach(token, id, algorithm, known);
        } catch (TokenException e) {
            boolean isKeyUnknown =
                    e.reason() == TokenRefusalReason.UNKNOWN_KEY || e.reason() == TokenRefusalReason.BAD_SIGNATURE;
            if (!isKeyUnknown || !source.refresh(known)) {
                throw e;
            }
            return tryEach(token, id, algorithm, current(source));
        }
    }

    private static JsonWebStructure structure(String token) throws TokenException {
        try {
            JsonWebStructure structure = JsonWebStructure.fromCompactSerialization(token);
            // Fails where the header has a wrong type.
            structure.getKeyIdHeaderValue();
            if (structure.getAlgorithmHeaderValue() != null) {
                return structure;
            }
        } catch (JoseException | RuntimeException e) {
            // Not used as a cause: its message quotes the token.
        }
        throw new TokenException(TokenRefusalReason.MALFORMED, "");
    }

    private static List<VerificationKey> current(VerificationKeys source) {
        return source.current()
                .orElseThrow(() -> new RequestRejectedException(
                        HttpStatus.UNAVAILABLE,
                        GraphQLErrorMapper.UNAVAILABLE,
                        "Authorization: tokens cannot be checked at the moment, the keys could not be fetched"));
    }

    private JwtContext tryEach(
            String token, Optional<String> id, Optional<String> algorithm, List<VerificationKey> known)
            throws TokenException {
        List<VerificationKey> candidates = candidates(id, known);
        if (candidates.isEmpty()) {
            throw new TokenException(TokenRefusalReason.UNKNOWN_KEY, "known keys have the ids " + ids(known));
        }
        List<VerificationKey> suitable = candidates.stream()
                .filter(key -> algorithm.isEmpty() || key.fits(algorithm.get()))
                .limit(MAX_KEYS_TRIED)
                .toList();
        TokenException lastRefusal =
                new TokenException(TokenRefusalReason.ALGORITHM, "the key that it names is for another algorithm");
        for (VerificationKey key : suitable) {
            try {
                return parse(token, settingsWith(key));
            } catch (TokenException e) {
                if (e.reason() != TokenRefusalReason.BAD_SIGNATURE) {
                    throw e;
                }
                lastRefusal = e;
            }
        }
        throw lastRefusal;
    }

    /**
     * A token without a key id may be signed with any of the keys, one with an id with that key or with a key that has
     * none.
     */
    private List<VerificationKey> candidates(Optional<String> id, List<VerificationKey> known) {
        String required = settings.getTokenKeyId();
        if (required != null && id.isPresent() && !id.get().equals(required)) {
            return List.of();
        }
        return known.stream()
                .filter(key -> required == null || key.id() == null || key.id().equals(required))
                .filter(key -> id.isEmpty() || key.id() == null || key.id().equals(id.get()))
                .toList();
    }

    private static List<String> ids(List<VerificationKey> known) {
        return known.stream()
                .map(VerificationKey::id)
                .filter(Objects::nonNull)
                .limit(MAX_KEYS_TRIED)
                .toList();
    }

    private JWTAuthContextInfo settingsWith(VerificationKey key) {
        JWTAuthContextInfo copy = new JWTAuthContextInfo(settings);
        if (key.key() instanceof SecretKey secret) {
            copy.setSecretVerificationKey(secret);
        } else {
            copy.setPublicVerificationKey((PublicKey) key.key());
        }
        return copy;
    }

    /** The platform's exceptions are not used as causes: their messages quote the token. */
    private JwtContext parse(String token, JWTAuthContextInfo parserSettings) throws TokenException {
        try {
            return parser.parse(token, parserSettings);
        } catch (ParseException e) {
            if (e.getCause() instanceof InvalidJwtException invalid) {
                throw errors.translate(invalid);
            }
            boolean isUnreadable = e.getCause() instanceof JoseException;
            throw new TokenException(
                    !isUnreadable
                            ? TokenRefusalReason.LIFETIME
                            : keys.isEmpty() ? TokenRefusalReason.UNKNOWN_KEY : TokenRefusalReason.MALFORMED,
                    "");
        }
    }
}
