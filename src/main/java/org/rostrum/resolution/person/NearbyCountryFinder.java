package org.rostrum.resolution.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.context.ArticleCandidates;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.mention.MentionLexicon;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.NameKeys;

/** Finds the country of a new person whose post does not name it, from the text before the name. */
final class NearbyCountryFinder {

    /** How far to look back, in UTF-16 code units. */
    private static final int MAX_DISTANCE = 500;
    /** How many words at the end of a post, or before a ministry, to look at. */
    private static final int POST_WORDS = 4;
    /** How many words to look back for a place or an organisation. */
    private static final int NEARBY_WORDS = 30;
    /** How many times as often as any other the article must name a country for a high office to be that country's. */
    private static final double DOMINANCE = 2;

    private final ArticleContext context;

    NearbyCountryFinder(ArticleContext context) {
        this.context = context;
    }

    /**
     * The key of the country of a person: of "his spokesman" that of the person meant; of "ministry spokeswoman" that
     * of the ministry named last before, else that of what is named just before; for a high office the country that the
     * article names far more often than any other.
     *
     * @param actors the known actor whom another person of the article is, or null
     * @return null where nothing says which country it is
     */
    @Nullable
    UUID find(PersonCluster person, LocalDate day, Function<PersonCluster, @Nullable CandidateActor> actors) {
        int offset = Math.min(context.body().length(), person.firstFullName().orElse(0));
        CandidateActor owner = person.owned() ? ownerBefore(person, offset, actors) : null;
        Set<UUID> ownersCountries = owner == null ? Set.of() : ArticleCandidates.countriesOn(owner, day);
        if (ownersCountries.size() == 1) {
            return ownersCountries.iterator().next();
        }
        List<String> words = new ArrayList<>(
                MentionTokens.words(context.body().substring(Math.max(0, offset - MAX_DISTANCE), offset)));
        String post = person.post();
        if (post != null) {
            words.addAll(MentionTokens.words(post));
        }
        int last = words.size() - 1;
        for (int i = last; i > last - POST_WORDS && i >= 0; i--) {
            if (isBodyOfCountry(words.get(i))) {
                UUID country = countryOfSameBody(words, i);
                return country == null ? lastNamedCountry(words) : country;
            }
        }
        return person.offices().stream().anyMatch(CandidateScorer::isHighOffice) ? dominantCountry() : null;
    }

    private static boolean isBodyOfCountry(String word) {
        return MentionLexicon.isOrgan(word)
                || MentionLexicon.isGovernment(word)
                || TextNormalizer.key(word).equals("ministry");
    }

    /** The country that the article names far more often than any other; null without one. */
    private @Nullable UUID dominantCountry() {
        List<Map.Entry<UUID, Integer>> ranked = context.places().mentionCounts().entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue().reversed())
                .toList();
        boolean dominant = !ranked.isEmpty()
                && ranked.get(0).getValue() > 1
                && (ranked.size() == 1
                        || ranked.get(0).getValue() >= DOMINANCE * ranked.get(1).getValue());
        return dominant ? ranked.get(0).getKey() : null;
    }

    /** Whose the person is: the first other person of the sentence, else the one named last before it. */
    private @Nullable CandidateActor ownerBefore(
            PersonCluster person, int offset, Function<PersonCluster, @Nullable CandidateActor> actors) {
        String body = context.body();
        int sentence = Math.max(
                body.lastIndexOf(". ", offset),
                Math.max(body.lastIndexOf('\n', offset), body.lastIndexOf("” ", offset)));
        NavigableMap<Integer, List<PersonCluster>> bearers = context.persons().bearersByOffset();
        PersonCluster owner = firstOther(
                bearers.subMap(sentence, true, Math.max(sentence, offset), false)
                        .values(),
                person);
        if (owner == null) {
            owner = firstOther(bearers.headMap(offset, false).descendingMap().values(), person);
        }
        return owner == null ? null : actors.apply(owner);
    }

    private static @Nullable PersonCluster firstOther(Collection<List<PersonCluster>> bearers, PersonCluster person) {
        return bearers.stream()
                .flatMap(List::stream)
                .filter(other -> other != person)
                .findFirst()
                .orElse(null);
    }

    /** The country of the place or organisation named last; null without one. */
    private @Nullable UUID lastNamedCountry(List<String> words) {
        for (int i = words.size() - 1; i >= 0 && i > words.size() - NEARBY_WORDS; i--) {
            if (!MentionTokens.isCapitalised(words.get(i))) {
                continue;
            }
            Set<String> names = names(words, i - 2, i + 1);
            UUID country = context.places().country(names);
            if (country == null) {
                country = context.candidates().organizations(names).stream()
                        .map(context.candidates()::actor)
                        .filter(Objects::nonNull)
                        .map(body -> body.country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
            if (country != null) {
                return country;
            }
        }
        return null;
    }

    /**
     * The country of the same kind of body where it is named before: "ministry" after "the Chinese foreign ministry";
     * null without one.
     */
    private @Nullable UUID countryOfSameBody(List<String> words, int body) {
        String word = TextNormalizer.key(words.get(body));
        for (int i = body - 1; i >= 0; i--) {
            UUID country = TextNormalizer.key(words.get(i)).equals(word)
                    ? context.places().country(names(words, i - POST_WORDS, i))
                    : null;
            if (country != null) {
                return country;
            }
        }
        return null;
    }

    private static Set<String> names(List<String> words, int from, int to) {
        Set<String> names = new LinkedHashSet<>();
        NameKeys.addNames(words.subList(Math.max(0, from), to), names);
        return names;
    }
}
