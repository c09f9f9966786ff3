package org.rostrum.resolution.context;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an article says of a person beside the name, with its places and organisations resolved.
 *
 * @param offices kinds of office, as in {@code reference/offices.tsv}
 * @param countries the keys of the countries named
 * @param bodies the keys of the organisations named
 * @param former whether the office is said to be no longer held
 */
public record PersonProfile(Set<String> offices, Set<UUID> countries, Set<UUID> bodies, boolean former) {

    /** Whether the article says neither a country nor an organisation. */
    public boolean anywhere() {
        return countries.isEmpty() && bodies.isEmpty();
    }

    /** The only country named; null for none and for several. */
    public @Nullable UUID onlyCountry() {
        return countries.size() == 1 ? countries.iterator().next() : null;
    }

    /** The only organisation named; null for none and for several. */
    public @Nullable UUID onlyBody() {
        return bodies.size() == 1 ? bodies.iterator().next() : null;
    }
}
