package org.rostrum.actor.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.TextNormalizer;

/** Resolves references to actors in mutations' inputs. Runs in its caller's transaction, to which the actors belong. */
@ApplicationScoped
public class ActorReferences {

    private final CountryCodes countries;

    ActorReferences(CountryCodes countries) {
        this.countries = countries;
    }

    /**
     * The actor with an id, or the one it was merged into; null where the id is null or, with an error, where there is
     * no such actor.
     *
     * @param path the input field with the id, as in {@link InputValidator#add}
     */
    public @Nullable ActorEntity find(String path, @Nullable String id, InputValidator validator) {
        UUID key = validator.id(path, id, ActorEntity.PREFIX);
        if (key == null) {
            return null;
        }
        ActorEntity actor = ActorEntity.findById(key);
        if (actor != null && actor.mergedInto != null) {
            actor = ActorEntity.findById(actor.mergedInto);
        }
        if (actor == null) {
            validator.add(UserErrorCode.NOT_FOUND, path, "there is no actor with the id " + id);
        }
        return actor;
    }

    /**
     * The key of the country with an ISO 3166-1 alpha-2 or alpha-3 code; null where the code is null or, with an error,
     * where no country has it.
     *
     * @param path the input field with the code, as in {@link InputValidator#add}
     */
    public @Nullable UUID country(String path, @Nullable String code, InputValidator validator) {
        if (code == null) {
            return null;
        }
        UUID key = countries.find(code).orElse(null);
        if (key == null) {
            validator.add(
                    UserErrorCode.NOT_FOUND,
                    path,
                    "\"" + TextNormalizer.shorten(code)
                            + "\" is not an ISO 3166-1 alpha-2 or alpha-3 code of a country");
        }
        return key;
    }
}
