package org.rostrum.actor.write;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;

/**
 * An actor that an article tells of and nobody knew, about to be recorded.
 *
 * @param key the key that it will have
 * @param type its kind
 * @param name its name, of a length that can be stored
 * @param country the key of its country, or null
 * @param aliases its other names
 */
public record NewActor(
        UUID key, ActorType type, String name, @Nullable UUID country, List<String> aliases) {}
