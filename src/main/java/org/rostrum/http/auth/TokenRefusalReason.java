package org.rostrum.http.auth;

/** Why a token is refused, the most fundamental reason first. None reveals more than the token's holder can know. */
enum TokenRefusalReason {
    MALFORMED("cannot be read as a JSON Web Token"),
    ALGORITHM("is signed with an algorithm that this server does not take"),
    UNKNOWN_KEY("is signed with a key that this server does not know"),
    BAD_SIGNATURE("has a signature that does not fit"),
    WRONG_ISSUER("was issued by somebody whom this server does not trust (claim iss)"),
    WRONG_AUDIENCE("was issued for somebody else's use (claim aud)"),
    EXPIRED("has expired"),
    NOT_YET_VALID("is not valid yet"),
    LIFETIME("was issued too long ago, or for longer than this server allows"),
    MISSING_CLAIM("lacks a claim"),
    BAD_CLAIM("has a claim of the wrong type");

    private final String message;

    TokenRefusalReason(String message) {
        this.message = message;
    }

    /** What completes "the token …". */
    String message() {
        return message;
    }
}
