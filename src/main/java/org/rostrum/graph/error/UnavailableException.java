package org.rostrum.graph.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A temporary failure: the same request may succeed later. Clients see the message and the code UNAVAILABLE. */
public class UnavailableException extends RuntimeException {

    /** @param message the reason, for the client */
    public UnavailableException(String message) {
        this(message, null);
    }

    /**
     * With the cause.
     *
     * @param message the reason, for the client
     * @param cause for the log only
     */
    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** The reason, for the client. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "set by the constructor");
    }
}
