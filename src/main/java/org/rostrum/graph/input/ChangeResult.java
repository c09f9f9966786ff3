package org.rostrum.graph.input;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;

/** The outcome of a change that a client asked for. */
public sealed interface ChangeResult {

    /** The key of the changed record; for a rejected change that of the record that stands in its way, or null. */
    UUID key();

    /** Why the change was rejected; empty for one that was made. */
    List<UserError> errors();

    /** The change was made. */
    record Changed(UUID key) implements ChangeResult {

        @Override
        public List<UserError> errors() {
            return List.of();
        }
    }

    /** Nothing was changed. */
    record Rejected(List<UserError> errors, @Nullable UUID key) implements ChangeResult {}

    /** A change that is in conflict with what the database holds; {@code path} as in {@link InputValidator#add}. */
    static ChangeResult rejected(UserErrorCode code, String path, String problem) {
        return new Rejected(List.of(InputValidator.error(code, path, problem)), null);
    }

    /** A record that is not added, because the one with the key {@code existing} is the same. */
    static ChangeResult alreadyExists(String path, String problem, UUID existing) {
        return new Rejected(List.of(InputValidator.error(UserErrorCode.ALREADY_EXISTS, path, problem)), existing);
    }
}
