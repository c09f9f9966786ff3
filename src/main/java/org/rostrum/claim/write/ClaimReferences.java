package org.rostrum.claim.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.Claim;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;

/** Resolves the ids of claims in mutations' inputs. */
public final class ClaimReferences {

    private ClaimReferences() {}

    /**
     * The claim with an id, as read in the running transaction.
     *
     * @param path where the input has the id
     * @param id may be null
     * @return null where there is none, which is then noted among the errors, or no id
     */
    public static @Nullable Claim find(String path, @Nullable String id, InputValidator errors) {
        UUID key = errors.id(path, id, Claim.PREFIX);
        if (key == null) {
            return null;
        }
        Claim claim = Claim.findById(key);
        if (claim == null) {
            errors.add(UserErrorCode.NOT_FOUND, path, "there is no claim with the id " + id);
        }
        return claim;
    }
}
