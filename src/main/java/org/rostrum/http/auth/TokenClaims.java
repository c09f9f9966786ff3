package org.rostrum.http.auth;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Reads the claims of verified tokens that this server uses. */
final class TokenClaims {

    static final String NAME_REQUIRED = "upn, preferred_username or sub";
    /** The claims that name the holder; the first that is present counts (MicroProfile JWT, "The upn claim"). */
    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");

    private TokenClaims() {}

    /**
     * Who holds the token.
     *
     * @throws TokenException when no claim says so, or one does in a form that cannot be used
     */
    static String name(JwtClaims claims) throws TokenException {
        for (String claim : NAMES) {
            Object value = claims.getClaimValue(claim);
            if (value == null) {
                continue;
            }
            if (!(value instanceof String name) || name.isBlank()) {
                throw TokenException.badClaim(claim, "text that is not empty");
            }
            if (hasControlCharacters(name)) {
                throw TokenException.badClaim(claim, "text without control characters");
            }
            return name;
        }
        throw TokenException.missing(NAME_REQUIRED);
    }

    /**
     * When the token expires, leeway included: seconds since 1970.
     *
     * @throws TokenException when the claim is no number
     */
    @SuppressWarnings("deprecation") // the setting is deprecated, but still honoured by the parser
    static long validUntil(JwtClaims claims, JWTAuthContextInfo settings) throws TokenException {
        try {
            long exp = claims.getExpirationTime().getValue();
            long leeway = Math.max(settings.getExpGracePeriodSecs(), settings.getClockSkew());
            return exp > Long.MAX_VALUE - leeway ? Long.MAX_VALUE : exp + leeway;
        } catch (MalformedClaimException e) {
            throw TokenException.badClaim("exp", "a number of seconds");
        }
    }

    /** Whether a text has what no name has: control characters, line separators, halves of surrogate pairs. */
    static boolean hasControlCharacters(String text) {
        return text.codePoints().anyMatch(codePoint -> switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        });
    }
}
