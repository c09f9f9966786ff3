package org.rostrum.resolution.place;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePlace;
import org.rostrum.claim.AttributionRule;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.LinkedMention.Candidate;
import org.rostrum.resolution.mention.NameKeys;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.scoring.ResolutionWeights;

/**
 * Resolves the names of places in one article to countries. A name that several countries share ("Georgia") means the
 * one that the article's other places are in.
 */
public final class PlaceResolver {

    /** The most words in a place's name that are counted in the article's text. */
    public static final int MAX_COUNTED_WORDS = 3;

    private final Map<String, List<CandidatePlace>> places;
    private final Map<UUID, CandidateActor> countries;
    /** How often the article names each country: by its own name, by its people or by a place in it. */
    private final Map<UUID, Integer> mentionCounts = new HashMap<>();

    /**
     * A resolver for one article.
     *
     * @param places the known places by their normalised names
     * @param countries the countries of these places by their keys
     * @param words the words of the article's text, in which the countries' mentions are counted
     */
    public PlaceResolver(
            Map<String, List<CandidatePlace>> places, Map<UUID, CandidateActor> countries, List<String> words) {
        this.places = places;
        this.countries = countries;
        countMentions(words);
    }

    /**
     * Counts how often the article names each country; shared names count for the country that the unambiguous ones
     * favour.
     */
    private void countMentions(List<String> words) {
        Map<String, Integer> shared = new HashMap<>();
        NameKeys keys = new NameKeys(words);
        for (int from = 0; from < words.size(); from++) {
            String name = null;
            for (int to = Math.min(words.size(), from + MAX_COUNTED_WORDS); to > from && name == null; to--) {
                name = keys.isCapitalised(from) ? placeName(keys.name(from, to)) : null;
                from = name == null ? from : to - 1;
            }
            List<CandidatePlace> candidates = places.getOrDefault(name, List.of());
            if (candidates.size() == 1) {
                mentionCounts.merge(candidates.get(0).country(), 1, Integer::sum);
            } else if (!candidates.isEmpty()) {
                shared.merge(name, 1, Integer::sum);
            }
        }
        Map<UUID, Integer> sharedCounts = new HashMap<>();
        shared.forEach((name, count) -> {
            UUID country = country(name);
            if (country != null) {
                sharedCounts.merge(country, count, Integer::sum);
            }
        });
        sharedCounts.forEach((country, count) -> mentionCounts.merge(country, count, Integer::sum));
    }

    /** The known name for a key: itself, or without the plural ending of a people's name; null for neither. */
    private @Nullable String placeName(String key) {
        if (places.containsKey(key)) {
            return key;
        }
        String singular = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
        return places.containsKey(singular) ? singular : null;
    }

    /** Whether a normalised name is that of a known place. */
    public boolean isPlace(String nameKey) {
        return places.containsKey(nameKey);
    }

    /** Whether several places share a normalised name. */
    public boolean isAmbiguous(String nameKey) {
        return places.getOrDefault(nameKey, List.of()).size() > 1;
    }

    /** A country by its key; null for other actors. */
    public @Nullable CandidateActor country(@Nullable UUID key) {
        return key == null ? null : countries.get(key);
    }

    /** How often the article names each country by its own name, its people or a place in it. */
    public Map<UUID, Integer> mentionCounts() {
        return Map.copyOf(mentionCounts);
    }

    /** The one country that some normalised names refer to; null for none and for several. */
    public @Nullable UUID country(Collection<String> nameKeys) {
        Set<UUID> found = countries(nameKeys);
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /**
     * The countries that some normalised names refer to; a name within a longer one of them does not count ("Korea" in
     * "South Korea").
     */
    public Set<UUID> countries(Collection<String> nameKeys) {
        List<String> known = nameKeys.stream().filter(places::containsKey).toList();
        Set<UUID> found = new LinkedHashSet<>();
        for (String name : known) {
            boolean withinLonger = known.stream()
                    .anyMatch(
                            other -> other.length() > name.length() && (" " + other + " ").contains(" " + name + " "));
            UUID country = withinLonger ? null : country(name);
            if (country != null) {
                found.add(country);
            }
        }
        return found;
    }

    /**
     * The country that a place's normalised name refers to: of several the one that the article names most otherwise;
     * null where that is unclear.
     */
    public @Nullable UUID country(String nameKey) {
        List<CandidatePlace> candidates = places.getOrDefault(nameKey, List.of());
        if (candidates.size() < 2) {
            return candidates.isEmpty() ? null : candidates.get(0).country();
        }
        Set<UUID> own = candidates.stream()
                .map(CandidatePlace::country)
                .filter(country -> isOwnName(country, nameKey))
                .collect(Collectors.toSet());
        UUID ownCountry = own.size() == 1 ? own.iterator().next() : null;
        if (ownCountry != null && mentions(ownCountry) > 0) {
            // "Georgia" beside "Tbilisi" is no state of another country.
            return ownCountry;
        }
        List<UUID> ranked = candidates.stream()
                .map(CandidatePlace::country)
                .sorted(Comparator.comparing(this::mentions).reversed())
                .toList();
        return mentions(ranked.get(0)) > mentions(ranked.get(1)) ? ranked.get(0) : ownCountry;
    }

    private int mentions(UUID country) {
        return mentionCounts.getOrDefault(country, 0);
    }

    private boolean isOwnName(UUID country, String nameKey) {
        return countries.containsKey(country) && countries.get(country).names.contains(nameKey);
    }

    /** The country in which the place lies that a mention names; null for none and for several. */
    public @Nullable UUID countryOf(ParsedMention mention) {
        Set<String> names = new LinkedHashSet<>(mention.contextKeys());
        NameKeys.addNames(mention.name(), names);
        return country(names);
    }

    /**
     * Links a place to the country whose government it stands for; unresolved for a region; null for what is no place.
     */
    public @Nullable LinkedMention link(ParsedMention mention) {
        String key = TextNormalizer.key(mention.core());
        UUID country = country(key);
        if (country == null) {
            return null;
        }
        if (isOwnName(country, key)) {
            return LinkedMention.resolved(country, AttributionRule.PLACE, ResolutionWeights.COUNTRY_NAME, country);
        }
        boolean seat = places.getOrDefault(key, List.of()).stream()
                .anyMatch(place -> place.country().equals(country) && place.seat());
        if (!seat) {
            return LinkedMention.unresolved(List.of(new Candidate(country, ResolutionWeights.REGION)), country);
        }
        return LinkedMention.resolved(
                country,
                AttributionRule.PLACE,
                mentions(country) > 1 ? ResolutionWeights.SEAT_OF_COUNTRY : ResolutionWeights.SEAT_ALONE,
                country);
    }
}
