package org.rostrum.http.auth;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Translates the JWT library's errors, whose messages quote the token, into reasons that can be told to clients and to
 * the log.
 */
final class TokenErrorTranslator {

    private final JWTAuthContextInfo settings;

    TokenErrorTranslator(JWTAuthContextInfo settings) {
        this.settings = settings;
    }

    /** Why a token was refused; of several reasons, the one that {@link TokenRefusalReason} lists first. */
    TokenException translate(InvalidJwtException invalid) {
        if (invalid instanceof InvalidJwtSignatureException) {
            return new TokenException(TokenRefusalReason.BAD_SIGNATURE, "");
        }
        return invalid.getErrorDetails().stream()
                .map(error -> translate(error, invalid.getJwtContext()))
                .min(Comparator.comparing(TokenException::reason))
                .orElseGet(() -> missingClaim(invalid.getJwtContext()));
    }

    private TokenException translate(ErrorCodeValidator.Error error, JwtContext token) {
        return switch (error.getErrorCode()) {
            case ErrorCodes.ISSUER_INVALID ->
                new TokenException(
                        TokenRefusalReason.WRONG_ISSUER, "mp.jwt.verify.issuer is " + settings.getIssuedBy());
            case ErrorCodes.AUDIENCE_INVALID ->
                new TokenException(
                        TokenRefusalReason.WRONG_AUDIENCE,
                        "mp.jwt.verify.audiences is " + settings.getExpectedAudience());
            case ErrorCodes.EXPIRED -> new TokenException(TokenRefusalReason.EXPIRED, sinceExpiry(token));
            case ErrorCodes.NOT_YET_VALID -> new TokenException(TokenRefusalReason.NOT_YET_VALID, "");
            case ErrorCodes.ISSUER_MISSING -> TokenException.missing("iss");
            case ErrorCodes.AUDIENCE_MISSING -> TokenException.missing("aud");
            case ErrorCodes.EXPIRATION_MISSING -> TokenException.missing("exp");
            case ErrorCodes.ISSUED_AT_MISSING -> TokenException.missing("iat");
            case ErrorCodes.MALFORMED_CLAIM ->
                new TokenException(TokenRefusalReason.BAD_CLAIM, "one of iss, aud, exp, iat, nbf");
            case ErrorCodes.SIGNATURE_INVALID -> new TokenException(TokenRefusalReason.BAD_SIGNATURE, "");
            case ErrorCodes.MISCELLANEOUS ->
                expiresBeforeIssue(token)
                        ? TokenException.badClaim("exp", "later than iat")
                        : new TokenException(TokenRefusalReason.MALFORMED, "");
            default -> new TokenException(TokenRefusalReason.MALFORMED, "");
        };
    }

    /** The library has no code of its own for it. */
    private static boolean expiresBeforeIssue(JwtContext token) {
        try {
            JwtClaims claims = token.getJwtClaims();
            return claims.getExpirationTime().isBefore(claims.getIssuedAt());
        } catch (MalformedClaimException | RuntimeException e) {
            // The claims, or these two of them, are missing.
            return false;
        }
    }

    private static String sinceExpiry(JwtContext token) {
        try {
            long exp = token.getJwtClaims().getExpirationTime().getValue();
            return "that was " + Duration.ofSeconds(Instant.now().getEpochSecond() - exp)
                    + " ago; if that is not so, the clocks differ";
        } catch (MalformedClaimException | RuntimeException e) {
            return "";
        }
    }

    /** The platform requires claims without reporting which of them is missing. */
    private TokenException missingClaim(JwtContext token) {
        Set<String> required = settings.getRequiredClaims() == null ? Set.of() : settings.getRequiredClaims();
        Map<String, Object> claims = token.getJwtClaims().getClaimsMap();
        return required.stream()
                .filter(claim -> !claims.containsKey(claim))
                .findFirst()
                .map(TokenException::missing)
                .orElseGet(() -> TokenException.missing(TokenClaims.NAME_REQUIRED));
    }
}
