package org.rostrum.resolution.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.claim.AttributionRule;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.context.ArticleCandidates;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.LinkedMention.Candidate;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.proposal.NewActorRegistry;
import org.rostrum.resolution.scoring.ResolutionWeights;

/**
 * Resolves names of persons in one article to actors. A surname alone means the person of the article who has it; of
 * several the one named last, unless both were named just before. No actor is better than a wrong one.
 */
public final class PersonResolver {

    private static final int MAX_CANDIDATES = 5;
    /** The maximum distance from an ambiguous surname to its full-name mention, in UTF-16 code units. */
    public static final int MAX_NAME_DISTANCE = 600;
    /**
     * The minimum distance between the last full-name mentions of two persons with one surname, in UTF-16 code units.
     */
    private static final int MIN_NAMESAKE_DISTANCE = 150;

    private final ArticleContext context;
    private final NewActorRegistry proposals;
    private final NearbyCountryFinder nearbyCountries;
    /** Persons whom the article names by a single word, by that word. */
    private final Map<String, PersonCluster> singleNames = new HashMap<>();

    private final Map<Lookup, LinkedMention> resolved = new HashMap<>();
    /** The persons being resolved, each of whom may need others to be resolved first. */
    private final Set<PersonCluster> inProgress = new HashSet<>();

    private record Lookup(PersonCluster person, LocalDate day, AttributionRule rule) {}

    /** A resolver that adds persons whom nobody knows to the proposals. */
    public PersonResolver(ArticleContext context, NewActorRegistry proposals) {
        this.context = context;
        this.proposals = proposals;
        this.nearbyCountries = new NearbyCountryFinder(context);
    }

    /**
     * Links a mention that has a name.
     *
     * @param offset where the mention starts, in UTF-16 code units
     * @param day the day on which posts are compared
     */
    public LinkedMention link(ParsedMention mention, int offset, LocalDate day) {
        if (mention.name().size() > 1) {
            return link(context.persons().sameAs(new PersonCluster(mention.name())), day, AttributionRule.NAME);
        }
        String word = new PersonCluster(mention.name()).last();
        List<PersonCluster> bearers = bearers(word, mention, offset);
        if (bearers.size() == 1) {
            return link(bearers.get(0), day, AttributionRule.SURNAME);
        }
        if (!bearers.isEmpty()) {
            return LinkedMention.unresolved(List.of(), context.places().country(mention.contextKeys()));
        }
        LinkedMention place = context.places().link(mention);
        if (place != null) {
            return place;
        }
        PersonCluster person = singleNames.computeIfAbsent(word, key -> new PersonCluster(mention.name()));
        person.add(mention, offset);
        return link(person, day, AttributionRule.SURNAME);
    }

    private List<PersonCluster> bearers(String word, ParsedMention mention, int offset) {
        List<PersonCluster> bearers = context.persons().bearers(word);
        List<PersonCluster> bySurname =
                bearers.stream().filter(person -> person.last().equals(word)).toList();
        bearers = bySurname.isEmpty() ? bearers : bySurname;
        return bearers.size() > 1 ? nearest(bearers, mention, offset) : bearers;
    }

    /**
     * Of several persons with one surname the one whose office is named, else the one whose full name was printed last,
     * not far away; all where that is unclear.
     */
    private static List<PersonCluster> nearest(List<PersonCluster> bearers, ParsedMention mention, int offset) {
        if (!mention.offices().isEmpty()) {
            List<PersonCluster> inOffice = bearers.stream()
                    .filter(person -> person.offices().stream().anyMatch(mention.offices()::contains))
                    .toList();
            if (inOffice.size() == 1) {
                return inOffice;
            }
        }
        record NamedAt(PersonCluster person, int offset) {}
        List<NamedAt> byDistance = new ArrayList<>();
        for (PersonCluster person : bearers) {
            OptionalInt named = person.lastFullNameUpTo(offset);
            named.ifPresent(at -> byDistance.add(new NamedAt(person, at)));
        }
        byDistance.sort(Comparator.comparingInt(NamedAt::offset).reversed());
        boolean clear = !byDistance.isEmpty()
                && offset - byDistance.get(0).offset <= MAX_NAME_DISTANCE
                && (byDistance.size() == 1
                        || byDistance.get(0).offset - byDistance.get(1).offset >= MIN_NAMESAKE_DISTANCE);
        return clear ? List.of(byDistance.get(0).person) : bearers;
    }

    /** The key of the actor whom a person of the article is, by name; null where that is unclear. */
    public @Nullable UUID actor(PersonCluster person, LocalDate day) {
        return link(person, day, AttributionRule.NAME).actor();
    }

    private @Nullable CandidateActor knownActor(PersonCluster person, LocalDate day) {
        return context.candidates().actor(actor(person, day));
    }

    private LinkedMention link(PersonCluster person, LocalDate day, AttributionRule rule) {
        Lookup lookup = new Lookup(person, day, rule);
        LinkedMention known = resolved.get(lookup);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(person)) {
            // Each of two persons is said to be the other's: neither identifies the other.
            return LinkedMention.NOBODY;
        }
        LinkedMention link = propose(person, match(person, day), rule);
        inProgress.remove(person);
        resolved.put(lookup, link);
        return link;
    }

    /** Turns a match into a link, and proposes what it says that is not known yet. */
    private LinkedMention propose(PersonCluster person, PersonMatch match, AttributionRule rule) {
        if (match instanceof PersonMatch.Known known) {
            proposals.proposePostOfKnown(
                    person, known.actor(), context.publishedOn(), known.country(), known.profile());
            return new LinkedMention(
                    known.actor().key,
                    known.spellingDiffers() ? AttributionRule.SPELLING : rule,
                    known.candidates().get(0).score(),
                    known.candidates(),
                    known.country());
        }
        if (match instanceof PersonMatch.New unknown) {
            UUID actor = proposals.proposePerson(person, unknown.country(), unknown.profile());
            return LinkedMention.resolved(actor, AttributionRule.NEW, ResolutionWeights.NEW_PERSON, unknown.country());
        }
        PersonMatch.Unclear unclear = (PersonMatch.Unclear) match;
        return LinkedMention.unresolved(unclear.candidates(), unclear.country());
    }

    private PersonMatch match(PersonCluster person, LocalDate day) {
        context.stop().check();
        PersonProfile profile = profile(person, day);
        List<Candidate> ranked = rank(person, profile, day);
        UUID country = profile.onlyCountry();
        double best = ranked.isEmpty() ? 0 : ranked.get(0).score();
        if (best >= ResolutionWeights.MIN_SCORE
                && (ranked.size() == 1 || best - ranked.get(1).score() >= ResolutionWeights.MIN_LEAD)) {
            CandidateActor actor = Objects.requireNonNull(
                    context.candidates().actor(ranked.get(0).actor()), "Only known actors are ranked");
            boolean sameSpelling = person.hasFullName()
                    ? actor.names.contains(person.nameKey())
                    : CandidateScorer.nameSimilarity(person, actor) >= ResolutionWeights.SINGLE_FORENAME;
            return new PersonMatch.Known(actor, !sameSpelling, ranked, country, profile);
        }
        if (best < ResolutionWeights.NEW_PERSON_BELOW && person.hasFullName() && person.post() != null) {
            boolean countryUnknown = country == null && profile.bodies().isEmpty();
            return new PersonMatch.New(
                    countryUnknown ? nearbyCountries.find(person, day, owner -> knownActor(owner, day)) : country,
                    profile);
        }
        return new PersonMatch.Unclear(ranked, country);
    }

    /** The likeliest of the actors who may be the person, the likeliest first. */
    private List<Candidate> rank(PersonCluster person, PersonProfile profile, LocalDate day) {
        List<CandidateActor> actors = candidates(person, profile);
        double[] similarities = actors.stream()
                .mapToDouble(actor -> CandidateScorer.nameSimilarity(person, actor))
                .toArray();
        boolean onlyBearer = Arrays.stream(similarities)
                        .filter(similarity -> similarity >= ResolutionWeights.SINGLE_FORENAME)
                        .count()
                == 1;
        List<Candidate> ranked = new ArrayList<>();
        for (int i = 0; i < similarities.length; i++) {
            CandidateActor actor = actors.get(i);
            double score = CandidateScorer.score(
                    person, similarities[i], actor, CandidateScorer.agreement(profile, actor, day), day, onlyBearer);
            if (score > 0) {
                ranked.add(new Candidate(actor.key, Math.min(1, score)));
            }
        }
        ranked.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::actor));
        return List.copyOf(ranked.subList(0, Math.min(ranked.size(), MAX_CANDIDATES)));
    }

    private List<CandidateActor> candidates(PersonCluster person, PersonProfile profile) {
        Set<UUID> keys = new LinkedHashSet<>(context.candidates().named(person.nameKey()));
        keys.addAll(context.candidates().sounding(SurnameIndex.sound(person.last())));
        if (!person.offices().isEmpty()) {
            profile.countries()
                    .forEach(country -> keys.addAll(context.candidates().holders(country)));
            profile.bodies().forEach(body -> keys.addAll(context.candidates().holders(body)));
        }
        return keys.stream()
                .map(context.candidates()::actor)
                .filter(actor -> actor != null && actor.type == ActorType.PERSON)
                .toList();
    }

    /** What the article says of a person beside the name. The person whose adviser somebody is has a country, too. */
    public PersonProfile profile(PersonCluster person, LocalDate day) {
        Set<UUID> countries = new LinkedHashSet<>(context.places().countries(person.contextKeys()));
        Set<UUID> bodies = context.candidates().organizations(person.contextKeys());
        CandidateActor owner = owner(person.owner(), person, day);
        if (owner != null) {
            countries.addAll(ArticleCandidates.countriesOn(owner, day));
        } else {
            addCountriesOfNamesakes(person, day, countries);
        }
        if (countries.isEmpty()) {
            bodies.stream()
                    .map(context.candidates()::actor)
                    .filter(body -> body != null && body.country != null)
                    .forEach(body -> countries.add(body.country));
        }
        return new PersonProfile(person.offices(), countries, bodies, person.former());
    }

    /** "Trump envoy Steve Witkoff": a name beside the person's own may be that of another person of the article. */
    private void addCountriesOfNamesakes(PersonCluster person, LocalDate day, Set<UUID> countries) {
        for (String name : person.contextKeys()) {
            List<PersonCluster> bearers = context.persons().bearers(name);
            CandidateActor actor =
                    bearers.size() == 1 && bearers.get(0) != person ? knownActor(bearers.get(0), day) : null;
            if (actor != null) {
                countries.addAll(ArticleCandidates.countriesOn(actor, day));
            }
        }
    }

    /**
     * The person who is the owner of an office ("Putin’s adviser").
     *
     * @param owner the owner as printed, or null
     * @param of who holds the office; null for somebody without a name
     * @return null for a country, for an unknown person and without an owner
     */
    public @Nullable CandidateActor owner(@Nullable String owner, @Nullable PersonCluster of, LocalDate day) {
        if (owner == null) {
            return null;
        }
        List<String> words = MentionTokens.words(owner);
        String surname =
                words.isEmpty() ? "" : TextNormalizer.key(MentionTokens.withoutPossessive(words.get(words.size() - 1)));
        List<PersonCluster> bearers = context.persons().bearers(surname);
        if (bearers.size() == 1 && bearers.get(0) != of) {
            return knownActor(bearers.get(0), day);
        }
        if (!bearers.isEmpty()
                || context.places().isPlace(surname)
                || !context.candidates().sounding().containsKey(SurnameIndex.sound(surname))) {
            return null;
        }
        PersonCluster person =
                singleNames.computeIfAbsent(surname, key -> new PersonCluster(List.of(words.get(words.size() - 1))));
        return person == of ? null : knownActor(person, day);
    }
}
