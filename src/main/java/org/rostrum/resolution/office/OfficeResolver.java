package org.rostrum.resolution.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.claim.AttributionRule;
import org.rostrum.resolution.context.ArticleCandidates;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.LinkedMention.Candidate;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.person.PersonResolver;
import org.rostrum.resolution.scoring.ResolutionWeights;

/**
 * Resolves offices in one article, such as "the Polish president", to the person whom the article names with it, else
 * to the one holder on the day.
 */
public final class OfficeResolver {

    /** The most candidates kept of those whom the article names, and of other holders of the office. */
    private static final int MAX_NAMED_CANDIDATES = 40;

    private static final int MAX_CANDIDATES = 5;

    private final ArticleContext context;
    private final PersonResolver persons;
    private final Map<LocalDate, ArticleOfficeHolders> holdersByDay = new HashMap<>();

    /** A resolver of the offices in an article, whose persons the other one resolves. */
    public OfficeResolver(ArticleContext context, PersonResolver persons) {
        this.context = context;
        this.persons = persons;
    }

    /**
     * The office that a mention names.
     *
     * @param countries the keys of the countries that it is for
     * @param bodies the keys of the organisations that it is in
     */
    private record Office(ParsedMention mention, Set<UUID> countries, Set<UUID> bodies) {

        boolean anywhere() {
            return countries.isEmpty() && bodies.isEmpty();
        }

        /** Whether a post is such an office, whatever country and organisation it is for. */
        boolean isOfKind(CandidatePost post) {
            return post.office() != null && mention.offices().contains(post.office());
        }

        boolean matches(CandidatePost post) {
            return isOfKind(post)
                    && (post.country() != null && countries.contains(post.country())
                            || post.organization() != null && bodies.contains(post.organization()));
        }

        boolean isHeldBy(CandidateActor actor, LocalDate day) {
            return actor.posts.stream()
                    .anyMatch(post -> (anywhere() ? isOfKind(post) : matches(post)) && post.heldOn(day));
        }
    }

    /**
     * Links a mention that names an office and nobody.
     *
     * @param country the key of the country that the mention names, or null
     * @param offset where the mention starts, in UTF-16 code units
     */
    public LinkedMention link(ParsedMention mention, @Nullable UUID country, int offset, LocalDate day) {
        CandidateActor owner = persons.owner(mention.owner(), null, day);
        Office office = office(mention, owner, day);
        UUID spokenFor = country == null && office.countries.size() == 1
                ? office.countries.iterator().next()
                : country;
        if (mention.indefinite()) {
            return LinkedMention.unresolved(List.of(), spokenFor);
        }
        Set<UUID> named = holdersOn(day).holders(mention, () -> namedHolders(office, day));
        if (named.size() == 1) {
            double score = office.anywhere()
                    ? ResolutionWeights.NAMED_OFFICE_HOLDER_ANYWHERE
                    : ResolutionWeights.NAMED_OFFICE_HOLDER;
            return resolved(named.iterator().next(), score, spokenFor);
        }
        UUID lastNamed = named.size() > 1 && office.anywhere() ? lastNamed(named, offset, day) : null;
        if (lastNamed != null) {
            return resolved(lastNamed, ResolutionWeights.LAST_NAMED_OFFICE_HOLDER, spokenFor);
        }
        if (named.size() > 1 || office.anywhere() || mention.former()) {
            return unresolved(named, MAX_NAMED_CANDIDATES, spokenFor);
        }
        return linkKnownHolder(office, owner, spokenFor, day);
    }

    private Office office(ParsedMention mention, @Nullable CandidateActor owner, LocalDate day) {
        Set<UUID> countries = new LinkedHashSet<>(context.places().countries(mention.contextKeys()));
        Set<UUID> bodies = new LinkedHashSet<>(context.candidates().organizations(mention.contextKeys()));
        if (owner != null) {
            countries.addAll(ArticleCandidates.countriesOn(owner, day));
            owner.posts.stream()
                    .filter(post -> post.organization() != null && post.heldOn(day))
                    .forEach(post -> bodies.add(post.organization()));
        }
        return new Office(mention, countries, bodies);
    }

    private static LinkedMention resolved(UUID actor, double score, @Nullable UUID country) {
        return LinkedMention.resolved(actor, AttributionRule.OFFICE, score, country);
    }

    private static LinkedMention unresolved(Set<UUID> holders, int max, @Nullable UUID country) {
        List<Candidate> candidates = holders.stream()
                .limit(max)
                .map(actor -> new Candidate(actor, ResolutionWeights.POSSIBLE_OFFICE_HOLDER))
                .toList();
        return LinkedMention.unresolved(candidates, country);
    }

    /** Links an office whose holder the article does not name with it. */
    private LinkedMention linkKnownHolder(
            Office office, @Nullable CandidateActor owner, @Nullable UUID country, LocalDate day) {
        Set<UUID> holders = withReferenceData(knownHolders(office, day), office, day);
        if (holders.size() == 1) {
            return resolved(holders.iterator().next(), ResolutionWeights.OFFICE_HOLDER, country);
        }
        UUID ownersAssistant = owner == null
                ? null
                : only(holders.stream()
                        .filter(holder -> isAssistant(context.candidates().actor(holder), owner, day))
                        .collect(Collectors.toSet()));
        if (ownersAssistant != null) {
            return resolved(ownersAssistant, ResolutionWeights.SINGLED_OUT_OFFICE_HOLDER, country);
        }
        // In a country with a president and a prime minister, "the leader" is the one whom the article names.
        UUID named = only(holders.stream().filter(holdersOn(day)::names).collect(Collectors.toSet()));
        if (named != null) {
            return resolved(named, ResolutionWeights.SINGLED_OUT_OFFICE_HOLDER, country);
        }
        return unresolved(holders, MAX_CANDIDATES, country);
    }

    private static @Nullable UUID only(Set<UUID> actors) {
        return actors.size() == 1 ? actors.iterator().next() : null;
    }

    /** The known holders on the day, those of the organisations first. */
    private Set<UUID> knownHolders(Office office, LocalDate day) {
        List<UUID> countriesAndBodies = new ArrayList<>(office.bodies);
        countriesAndBodies.addAll(office.countries);
        Set<UUID> found = new LinkedHashSet<>();
        for (UUID countryOrBody : countriesAndBodies) {
            Office there = new Office(office.mention, Set.of(countryOrBody), Set.of(countryOrBody));
            for (UUID holder : context.candidates().holders(countryOrBody)) {
                CandidateActor actor = context.candidates().actor(holder);
                if (actor != null && there.isHeldBy(actor, day)) {
                    found.add(holder);
                }
            }
        }
        return found;
    }

    /** Of several holders those whom reference data know; all where they know none. */
    private Set<UUID> withReferenceData(Set<UUID> holders, Office office, LocalDate day) {
        if (holders.size() < 2) {
            return holders;
        }
        Set<UUID> inReferenceData = holders.stream()
                .filter(holder -> isInReferenceData(holder, office, day))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return inReferenceData.isEmpty() ? holders : inReferenceData;
    }

    private boolean isInReferenceData(UUID holder, Office office, LocalDate day) {
        CandidateActor actor = context.candidates().actor(holder);
        return actor != null
                && actor.posts.stream()
                        .anyMatch(post -> office.matches(post) && post.heldOn(day) && post.attestedFrom() == null);
    }

    /**
     * Whether an actor's post is named after the owner's: "Putin's spokesman" is the Press Secretary of the President
     * of Russia, not a ministry's.
     */
    private static boolean isAssistant(@Nullable CandidateActor actor, CandidateActor owner, LocalDate day) {
        return actor != null
                && actor.posts.stream()
                        .anyMatch(post -> post.heldOn(day)
                                && owner.posts.stream()
                                        .anyMatch(ownersPost -> ownersPost.heldOn(day)
                                                && post.title().contains(ownersPost.title())));
    }

    private ArticleOfficeHolders holdersOn(LocalDate day) {
        ArticleOfficeHolders known = holdersByDay.get(day);
        if (known != null) {
            return known;
        }
        ArticleOfficeHolders holders = new ArticleOfficeHolders();
        for (PersonCluster person : context.persons().all()) {
            UUID actor = persons.actor(person, day);
            holders.add(person, actor, context.candidates().actor(actor));
        }
        holdersByDay.put(day, holders);
        return holders;
    }

    /** The actors whom the article names and who hold the office. */
    private Set<UUID> namedHolders(Office office, LocalDate day) {
        Set<UUID> found = new LinkedHashSet<>();
        for (PersonCluster person : holdersOn(day).personsWith(office.mention.offices())) {
            context.stop().check();
            UUID actor = persons.actor(person, day);
            if (actor != null
                    && (isHolderByReference(person, actor, office, day)
                            || isHolderByArticle(person, actor, office, day))) {
                found.add(actor);
            }
        }
        return found;
    }

    private boolean isHolderByReference(PersonCluster person, UUID key, Office office, LocalDate day) {
        CandidateActor actor = context.candidates().actor(key);
        boolean former = office.mention.former() || office.anywhere() && person.former();
        return actor != null && !former && office.isHeldBy(actor, day);
    }

    /**
     * Whether the article gives a person the office. Reference data that know the person in such an office decide
     * whether it is held now.
     */
    private boolean isHolderByArticle(PersonCluster person, UUID key, Office office, LocalDate day) {
        if (person.former() != office.mention.former()
                || person.offices().stream().noneMatch(office.mention.offices()::contains)) {
            return false;
        }
        CandidateActor actor = context.candidates().actor(key);
        if (actor != null && actor.posts.stream().anyMatch(office::isOfKind) && !office.mention.former()) {
            return false;
        }
        if (office.anywhere()) {
            return true;
        }
        PersonProfile profile = holdersOn(day).profile(person, named -> persons.profile(named, day));
        return profile.countries().stream().anyMatch(office.countries::contains)
                || profile.bodies().stream().anyMatch(office.bodies::contains);
    }

    /** Who of some actors is named in full last before an offset, not far away; null for none. */
    private @Nullable UUID lastNamed(Set<UUID> actors, int offset, LocalDate day) {
        UUID best = null;
        int last = Math.max(0, offset - PersonResolver.MAX_NAME_DISTANCE);
        for (PersonCluster person : context.persons().all()) {
            OptionalInt named = person.lastFullNameBefore(offset);
            UUID actor = named.isPresent() && named.getAsInt() > last ? persons.actor(person, day) : null;
            if (actor != null && actors.contains(actor)) {
                last = named.getAsInt();
                best = actor;
            }
        }
        return best;
    }
}
