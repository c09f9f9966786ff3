package org.rostrum.actor.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.graph.value.TextNormalizer;

/** What is known of an actor. */
public final class CandidateActor {
    public final UUID key;
    public final @Nullable ActorType type;
    public final String name;
    public final UUID country;
    /** All names, as they are compared. */
    public final Set<String> names = new LinkedHashSet<>();

    public final List<CandidatePost> posts = new ArrayList<>();

    /** An actor with a name and, where it is known, a country of its own. */
    public CandidateActor(UUID key, @Nullable ActorType type, String name, UUID country) {
        this.key = key;
        this.type = type;
        this.name = name;
        this.country = country;
        names.add(TextNormalizer.key(name));
    }

    /** The countries that the actor ever spoke for. */
    public Set<UUID> countries() {
        Set<UUID> countries = new HashSet<>();
        countries.add(type == ActorType.COUNTRY ? key : country);
        posts.forEach(post -> countries.add(post.country()));
        countries.removeIf(Objects::isNull);
        return countries;
    }
}
