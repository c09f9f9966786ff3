package org.rostrum.http.auth;

/** A token is refused. Neither the message, which the client gets, nor the hint quotes the token. */
final class TokenException extends Exception {

    private final TokenRefusalReason reason;
    private final String hint;

    /**
     * @param message completes "the token …"
     * @param hint what only the operator should know, for the log; may be empty
     */
    TokenException(TokenRefusalReason reason, String message, String hint) {
        super(message, null, false, false);
        this.reason = reason;
        this.hint = hint;
    }

    TokenException(TokenRefusalReason reason, String hint) {
        this(reason, reason.message(), hint);
    }

    /** A claim of the wrong type or form. */
    static TokenException badClaim(String claim, String must) {
        return new TokenException(
                TokenRefusalReason.BAD_CLAIM, "has a claim that cannot be used: " + claim + " must be " + must, "");
    }

    /** A claim that is required is missing. */
    static TokenException missing(String claim) {
        return new TokenException(TokenRefusalReason.MISSING_CLAIM, "lacks the claim " + claim, "");
    }

    TokenRefusalReason reason() {
        return reason;
    }

    /** What the log adds to the message; may be empty. */
    String hint() {
        return hint;
    }
}
