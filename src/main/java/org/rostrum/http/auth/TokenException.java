package org.rostrum.http.auth;

/** A token that is not to be trusted. The message is for its sender; neither it nor the hint has anything of the token in it. */
final class TokenException extends Exception {

  private final TokenRefusalReason fault;
  private final String hint;

  /**
   * @param told completes "the token …"
   * @param hint what the operator should know beside that; may be empty
   */
  TokenException(TokenRefusalReason fault, String told, String hint) {
    super(told, null, false, false);
    this.fault = fault;
    this.hint = hint;
  }

  TokenException(TokenRefusalReason fault, String hint) {
    this(fault, fault.told(), hint);
  }

  /** A claim of the wrong type or form. */
  static TokenException badClaim(String claim, String must) {
    return new TokenException(TokenRefusalReason.BAD_CLAIM, "has a claim that cannot be used: " + claim + " must be " + must, "");
  }

  /** A claim that must be there. */
  static TokenException missing(String claim) {
    return new TokenException(TokenRefusalReason.MISSING_CLAIM, "lacks the claim " + claim, "");
  }

  TokenRefusalReason fault() {
    return fault;
  }

  /** What the log says beside the message. */
  String hint() {
    return hint;
  }
}
