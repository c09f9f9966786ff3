package org.rostrum.resolution.office;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.ParsedMention;

/** The persons whom an article names, on one day, by the offices that the article or reference data give them. */
final class ArticleOfficeHolders {

    private final Map<String, BitSet> personsByOffice = new HashMap<>();
    private final List<PersonCluster> persons = new ArrayList<>();
    private final Set<UUID> actors = new HashSet<>();
    /** Computed once for a person and for a mention, however often the article has it. */
    private final Map<PersonCluster, PersonProfile> profiles = new HashMap<>();

    private final Map<ParsedMention, Set<UUID>> holders = new IdentityHashMap<>();

    /**
     * Adds a person.
     *
     * @param actor the key of the actor whom the person is, or null
     * @param known what is known of the actor, or null
     */
    void add(PersonCluster person, @Nullable UUID actor, @Nullable CandidateActor known) {
        person.offices().forEach(this::addOffice);
        actors.add(actor);
        if (known != null) {
            known.posts.stream()
                    .map(CandidatePost::office)
                    .filter(Objects::nonNull)
                    .forEach(this::addOffice);
        }
        persons.add(person);
    }

    private void addOffice(String office) {
        personsByOffice.computeIfAbsent(office, key -> new BitSet()).set(persons.size());
    }

    /** The persons with one of some offices, in the article's order. */
    List<PersonCluster> personsWith(Set<String> offices) {
        BitSet found = new BitSet();
        offices.forEach(office -> found.or(personsByOffice.getOrDefault(office, new BitSet())));
        return found.stream().mapToObj(persons::get).toList();
    }

    /** Whether the article names an actor. */
    boolean names(UUID actor) {
        return actors.contains(actor);
    }

    PersonProfile profile(PersonCluster person, Function<PersonCluster, PersonProfile> compute) {
        return profiles.computeIfAbsent(person, compute);
    }

    Set<UUID> holders(ParsedMention mention, Supplier<Set<UUID>> compute) {
        return holders.computeIfAbsent(mention, key -> compute.get());
    }
}
