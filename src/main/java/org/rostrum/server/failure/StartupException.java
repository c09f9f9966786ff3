package org.rostrum.server.failure;

import org.jspecify.annotations.Nullable;

/** The server cannot start, or a command failed, for a reason that its operator can fix. */
public class StartupException extends RuntimeException {

    /** @param message one line: what is wrong, and what to do about it */
    public StartupException(@Nullable String message) {
        super(message, null, false, false);
    }
}
