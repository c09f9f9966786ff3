package org.rostrum.resolution.context;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;

/**
 * The known actors to whom an article's mentions may refer.
 *
 * @param named actors' keys by the normalised names and aliases that the article has
 * @param sounding persons' keys by how their surnames sound, see {@link org.rostrum.actor.write.SurnameIndex#sound}
 * @param holders present and past office holders' keys by the country or organisation of the office
 * @param actors what is known of each of them, and of the countries of the article's places
 */
public record ArticleCandidates(
        Map<String, Set<UUID>> named,
        Map<String, Set<UUID>> sounding,
        Map<UUID, Set<UUID>> holders,
        Map<UUID, CandidateActor> actors) {

    /** What is known of an actor; null for an unknown one and for null. */
    public @Nullable CandidateActor actor(@Nullable UUID key) {
        return actors.get(key);
    }

    /** The keys of the actors with a normalised name. */
    public Set<UUID> named(String nameKey) {
        return named.getOrDefault(nameKey, Set.of());
    }

    /** The keys of the persons whose surname sounds so. */
    public Set<UUID> sounding(String sound) {
        return sounding.getOrDefault(sound, Set.of());
    }

    /**
     * The keys of those who hold or held one of the offices that the article names, for a country or in an
     * organisation.
     */
    public Set<UUID> holders(UUID countryOrOrganization) {
        return holders.getOrDefault(countryOrOrganization, Set.of());
    }

    /** The keys of the organisations with some normalised names. */
    public Set<UUID> organizations(Collection<String> nameKeys) {
        Set<UUID> organizations = new LinkedHashSet<>();
        for (String name : nameKeys) {
            named(name).stream()
                    .map(actors::get)
                    .filter(Objects::nonNull)
                    .filter(actor -> actor.type == ActorType.ORGANIZATION)
                    .forEach(actor -> organizations.add(actor.key));
        }
        return organizations;
    }

    /**
     * The keys of the countries that an actor represents on a day: those of the posts held then, else all that the
     * actor ever represented.
     */
    public static Set<UUID> countriesOn(CandidateActor actor, LocalDate day) {
        Set<UUID> ofPosts = actor.posts.stream()
                .filter(post -> post.country() != null && post.heldOn(day))
                .map(CandidatePost::country)
                .collect(Collectors.toSet());
        return ofPosts.isEmpty() ? actor.countries() : ofPosts;
    }
}
