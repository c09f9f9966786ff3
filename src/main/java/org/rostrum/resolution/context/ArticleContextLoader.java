package org.rostrum.resolution.context;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidateLookup;
import org.rostrum.actor.lookup.CandidatePlace;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.mention.MentionParser;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.NameKeys;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.place.PlaceResolver;
import org.rostrum.resolution.scoring.NameSimilarity;

/**
 * Loads the {@link ArticleContext} of one article: parses its mentions and looks up, for all of them at once, the
 * places and actors that they may mean. The number of SQL statements does not depend on the number of mentions.
 */
public final class ArticleContextLoader {

    /** How much of a text is searched for names of countries, in UTF-16 code units. */
    private static final int MAX_COUNTED_LENGTH = 50_000;
    /** The most surnames looked up for one sound. */
    private static final int MAX_SURNAMES_PER_SOUND = 40;

    private final CandidateLookup lookup;
    private final StopSignal stop;
    private final Map<String, ParsedMention> mentions = new HashMap<>();
    private final PlaceResolver places;
    private final OfficialNames officialNames;
    private final PersonClusters persons;
    private final Map<String, Set<UUID>> named;
    private final Map<String, Set<UUID>> sounding;
    private final Map<UUID, CandidateActor> actors = new HashMap<>();

    /**
     * Loads an article's context.
     *
     * @param body the article's text
     * @param names the names in it
     * @param mentions the mentions that will be resolved
     * @param stop checked for each name and mention
     */
    public static ArticleContext load(
            CandidateLookup lookup,
            String body,
            LocalDate publishedOn,
            List<NameMention> names,
            Collection<Mention> mentions,
            StopSignal stop) {
        return new ArticleContextLoader(lookup, body, names, mentions, stop).load(body, publishedOn);
    }

    /**
     * Parses the mentions and looks up the places and actors that have their names. Each step needs the results of
     * those before it.
     */
    private ArticleContextLoader(
            CandidateLookup lookup,
            String body,
            List<NameMention> names,
            Collection<Mention> printed,
            StopSignal stop) {
        this.lookup = lookup;
        this.stop = stop;
        Set<String> texts = new LinkedHashSet<>();
        names.forEach(name -> {
            texts.add(name.phrase().text());
            texts.add(name.name().text());
        });
        printed.forEach(mention -> texts.add(mention.text()));
        List<String> bodyWords = MentionTokens.words(body.substring(0, Math.min(body.length(), MAX_COUNTED_LENGTH)));
        Set<String> nameKeys = nameKeys(texts, bodyWords);
        Map<String, List<CandidatePlace>> knownPlaces = lookup.places(nameKeys);
        MentionParser parser = new MentionParser(knownPlaces::containsKey);
        for (String text : texts) {
            stop.check();
            mentions.put(text, parser.parse(text));
        }
        persons = new PersonClusters(names, printed, mentions, knownPlaces::containsKey, stop);
        Map<UUID, CandidateActor> countries = Map.copyOf(lookup.candidates(knownPlaces.values().stream()
                .flatMap(List::stream)
                .map(CandidatePlace::country)
                .collect(Collectors.toSet())));
        actors.putAll(countries);
        places = new PlaceResolver(knownPlaces, countries, bodyWords);
        officialNames = new OfficialNames(knownPlaces::containsKey);
        addOfficialNames(nameKeys);
        named = lookup.named(nameKeys);
        Map<String, Set<String>> surnames = surnamesBySound();
        sounding = lookup.soundingLike(
                surnames.keySet(),
                (sound, surname) -> surnames.getOrDefault(sound, Set.of()).stream()
                        .anyMatch(wanted -> NameSimilarity.isSpellingVariant(wanted, surname)));
    }

    /** Looks up the office holders and all candidates. */
    private ArticleContext load(String body, LocalDate publishedOn) {
        Map<UUID, Set<UUID>> holders = loadActors();
        return new ArticleContext(
                body,
                publishedOn,
                mentions,
                places,
                officialNames,
                persons,
                new ArticleCandidates(named, sounding, holders, actors),
                stop);
    }

    /** The normalised names that may be those of places and actors. */
    private Set<String> nameKeys(Set<String> texts, List<String> bodyWords) {
        Set<String> keys = new HashSet<>();
        for (String text : texts) {
            stop.check();
            NameKeys.addNames(
                    MentionTokens.words(
                            text.length() > MentionParser.MAX_LENGTH
                                    ? text.substring(0, MentionParser.MAX_LENGTH)
                                    : text),
                    keys);
            keys.add(TextNormalizer.key(core(text)));
        }
        NameKeys.addNames(bodyWords, PlaceResolver.MAX_COUNTED_WORDS, keys);
        keys.remove("");
        return keys;
    }

    private static String core(String text) {
        int comma = text.indexOf(", ");
        String head = comma < 0 ? text : text.substring(0, comma);
        return head.startsWith("the ") || head.startsWith("The ") ? head.substring(4) : head;
    }

    private void addOfficialNames(Set<String> nameKeys) {
        for (ParsedMention mention : mentions.values()) {
            stop.check();
            CandidateActor country = places.country(places.country(mention.contextKeys()));
            String name = country == null ? null : officialNames.of(mention, country);
            if (name != null) {
                nameKeys.add(TextNormalizer.key(name));
            }
        }
    }

    /**
     * The surnames to look up by their sound: those of persons who are not known by their whole name, and single words.
     */
    private Map<String, Set<String>> surnamesBySound() {
        Set<String> surnames = new LinkedHashSet<>();
        persons.all().stream()
                .filter(person -> !named.containsKey(person.nameKey()))
                .forEach(person -> surnames.add(person.last()));
        Stream<String> singleWords = mentions.values().stream()
                .filter(mention -> mention.name().size() == 1)
                .map(mention -> new PersonCluster(mention.name()).last());
        Stream<String> owners = mentions.values().stream()
                .filter(mention -> mention.owner() != null)
                .map(ArticleContextLoader::ownerSurname);
        Stream.concat(singleWords, owners)
                .filter(surname -> !persons.hasBearer(surname) && !places.isPlace(surname))
                .forEach(surnames::add);
        Map<String, Set<String>> bySound = new HashMap<>();
        surnames.stream().filter(surname -> !surname.isEmpty()).forEach(surname -> {
            stop.check();
            Set<String> alike = bySound.computeIfAbsent(SurnameIndex.sound(surname), sound -> new LinkedHashSet<>());
            if (alike.size() < MAX_SURNAMES_PER_SOUND) {
                alike.add(surname);
            }
        });
        bySound.remove("");
        return bySound;
    }

    private static String ownerSurname(ParsedMention mention) {
        return mention.owner() == null ? "" : MentionTokens.lastWord(TextNormalizer.key(mention.owner()));
    }

    /**
     * Looks up the office holders who may be meant and loads all candidates; returns the holders by country and
     * organisation.
     */
    private Map<UUID, Set<UUID>> loadActors() {
        Map<UUID, Set<String>> offices = new HashMap<>();
        persons.all().stream()
                .filter(person -> !named.containsKey(person.nameKey()))
                .forEach(person -> addOffices(offices, person.offices(), person.contextKeys()));
        mentions.values().stream()
                .filter(ParsedMention::isDescription)
                .forEach(mention -> addOffices(offices, mention.offices(), mention.contextKeys()));
        Map<UUID, Set<UUID>> holders = lookup.holders(offices);
        Set<UUID> wanted = new HashSet<>();
        named.values().forEach(wanted::addAll);
        sounding.values().forEach(wanted::addAll);
        holders.values().forEach(wanted::addAll);
        loadUnlessKnown(wanted);
        Map<UUID, Set<UUID>> ownersHolders = lookup.holders(officesAroundOwners(offices));
        ownersHolders.forEach((body, more) ->
                holders.computeIfAbsent(body, key -> new LinkedHashSet<>()).addAll(more));
        loadUnlessKnown(
                ownersHolders.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new)));
        return holders;
    }

    private void loadUnlessKnown(Set<UUID> wanted) {
        wanted.removeAll(actors.keySet());
        actors.putAll(lookup.candidates(wanted));
    }

    /** Adds offices for the countries and in the organisations that some normalised names refer to. */
    private void addOffices(Map<UUID, Set<String>> target, Set<String> offices, Set<String> contextKeys) {
        if (offices.isEmpty()) {
            return;
        }
        Set<UUID> bodies = new LinkedHashSet<>(places.countries(contextKeys));
        contextKeys.forEach(name -> bodies.addAll(named.getOrDefault(name, Set.of())));
        bodies.forEach(body ->
                target.computeIfAbsent(body, key -> new LinkedHashSet<>()).addAll(offices));
    }

    /**
     * The offices not looked up yet for the countries and organisations of owners: "Putin's spokesman" in an article
     * that does not name Russia.
     */
    private Map<UUID, Set<String>> officesAroundOwners(Map<UUID, Set<String>> lookedUp) {
        Map<UUID, Set<String>> offices = new HashMap<>();
        for (ParsedMention mention : mentions.values()) {
            if (mention.owner() == null || !mention.isDescription()) {
                continue;
            }
            String surname = ownerSurname(mention);
            Set<UUID> owners = new LinkedHashSet<>(sounding.getOrDefault(SurnameIndex.sound(surname), Set.of()));
            persons.bearers(surname).forEach(person -> owners.addAll(named.getOrDefault(person.nameKey(), Set.of())));
            owners.stream()
                    .map(actors::get)
                    .filter(Objects::nonNull)
                    .flatMap(owner -> owner.posts.stream())
                    .flatMap(post -> Stream.of(post.country(), post.organization()))
                    .filter(Objects::nonNull)
                    .filter(body -> !lookedUp.getOrDefault(body, Set.of()).containsAll(mention.offices()))
                    .forEach(body -> offices.computeIfAbsent(body, key -> new LinkedHashSet<>())
                            .addAll(mention.offices()));
        }
        return offices;
    }
}
