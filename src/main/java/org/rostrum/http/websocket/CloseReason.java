package org.rostrum.http.websocket;

import java.nio.charset.StandardCharsets;

/**
 * Why the server closes a connection.
 *
 * @param code the close code: RFC 6455, 7.4.1 and IANA's registry up to 1015, graphql-transport-ws from 4400
 * @param reason the text of the close frame, at most {@value #MAX_BYTES} bytes of UTF-8
 */
public record CloseReason(int code, String reason) {

    /** A control frame carries 125 bytes (RFC 6455, 5.5), two of which are the code. */
    private static final int MAX_BYTES = 123;

    /** Cuts a reason that is too long for a close frame. */
    public CloseReason {
        while (reason.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            reason = reason.substring(0, reason.offsetByCodePoints(reason.length(), -1));
        }
    }

    /** The server shuts down. */
    public static CloseReason goingAway() {
        return new CloseReason(1001, "Going away");
    }

    /** The server cannot serve the client at the moment. */
    public static CloseReason tryAgainLater(String reason) {
        return new CloseReason(1013, reason);
    }

    /** A message that is not of the protocol. */
    public static CloseReason badRequest(String reason) {
        return new CloseReason(4400, reason);
    }

    /** An operation before the connection was acknowledged. */
    public static CloseReason unauthorized() {
        return new CloseReason(4401, "Unauthorized");
    }

    /**
     * A token that is refused, or that has expired. Clients connect again after this code; graphql-ws gives up after
     * 4401.
     */
    public static CloseReason forbidden(String reason) {
        return new CloseReason(4403, "Forbidden: " + reason);
    }

    /** A client that does not offer the subprotocol. */
    public static CloseReason subprotocolNotAcceptable() {
        return new CloseReason(4406, "Subprotocol not acceptable");
    }

    /** A client that did not initialise the connection in time. */
    public static CloseReason initialisationTimeout() {
        return new CloseReason(4408, "Connection initialisation timeout");
    }

    /** An operation with the id of another that is still active. */
    public static CloseReason subscriberAlreadyExists(String id) {
        return new CloseReason(4409, "Subscriber for " + id + " already exists");
    }

    /** A second connection_init. */
    public static CloseReason tooManyInitialisationRequests() {
        return new CloseReason(4429, "Too many initialisation requests");
    }
}
