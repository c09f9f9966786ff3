package org.rostrum.resolution.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.mention.MentionLexicon;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.ParsedMention;

/** The persons whom an article names in full, and who of them a part of a name may mean. */
public final class PersonClusters {

    /** The most persons distinguished in one text; more are found in no news article. */
    private static final int MAX_PERSONS = 1_000;

    private static final int MAX_NAME_WORDS = 5;

    private final Predicate<String> isPlace;
    private final Map<String, PersonCluster> byFirstAndLast = new LinkedHashMap<>();
    private final Map<String, List<PersonCluster>> byNamePart = new HashMap<>();
    private final NavigableMap<Integer, List<PersonCluster>> bearersByOffset = new TreeMap<>();

    /**
     * Clusters the names of an article.
     *
     * @param parsed the names, their phrases and the mentions as parsed, by their text
     * @param isPlace whether a normalised name is that of a place
     */
    PersonClusters(
            Collection<NameMention> names,
            Collection<Mention> mentions,
            Map<String, ParsedMention> parsed,
            Predicate<String> isPlace,
            StopSignal stop) {
        this.isPlace = isPlace;
        for (NameMention name : names) {
            stop.check();
            ParsedMention phrase = parsed(name.phrase(), parsed);
            boolean phraseHasName = phrase.name().stream().anyMatch(name.name().text()::contains);
            add(
                    phraseHasName && !phrase.several() ? phrase : parsed(name.name(), parsed),
                    name.name().start());
        }
        mentions.forEach(mention -> add(parsed(mention, parsed), mention.start()));
        byFirstAndLast.values().forEach(person -> {
            byNamePart.computeIfAbsent(person.last(), last -> new ArrayList<>()).add(person);
            if (!person.first().equals(person.last())) {
                byNamePart
                        .computeIfAbsent(person.first(), first -> new ArrayList<>())
                        .add(person);
            }
        });
        for (NameMention name : names) {
            // "Marcos" after "Ferdinand Marcos"
            List<PersonCluster> bearers = byNamePart.get(
                    MentionTokens.lastWord(TextNormalizer.key(name.name().text())));
            if (bearers != null) {
                bearersByOffset.put(name.name().start(), bearers);
            }
        }
    }

    private static ParsedMention parsed(Mention mention, Map<String, ParsedMention> parsed) {
        return Objects.requireNonNull(
                parsed.get(mention.text()),
                "All mentions of an article are parsed before its persons are distinguished");
    }

    private void add(ParsedMention mention, int offset) {
        if (mention.several()
                || mention.name().size() < 2
                || !mayBePerson(mention)
                || byFirstAndLast.size() >= MAX_PERSONS) {
            return;
        }
        PersonCluster person = new PersonCluster(mention.name());
        byFirstAndLast.computeIfAbsent(person.firstAndLast(), key -> person).add(mention, offset);
    }

    /** Whether a name of several words may be a person's. */
    public boolean mayBePerson(ParsedMention mention) {
        if (isPlace.test(TextNormalizer.key(mention.fullName()))
                || mention.name().size() > MAX_NAME_WORDS) {
            return false;
        }
        return mention.name().stream()
                .noneMatch(word -> MentionLexicon.isBody(word) || isAcronym(word) && mention.post() == null);
    }

    private static boolean isAcronym(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 2 && !word.contains(".");
    }

    /** The persons, in the text's order. */
    public Collection<PersonCluster> all() {
        return Collections.unmodifiableCollection(byFirstAndLast.values());
    }

    /** The person of the article with the same first and last word of the name, else the given one. */
    public PersonCluster sameAs(PersonCluster person) {
        return byFirstAndLast.getOrDefault(person.firstAndLast(), person);
    }

    /** The persons whose name begins or ends with a normalised word. */
    public List<PersonCluster> bearers(String namePart) {
        return byNamePart.getOrDefault(namePart, List.of());
    }

    /** Whether somebody's name begins or ends with a normalised word. */
    public boolean hasBearer(String namePart) {
        return byNamePart.containsKey(namePart);
    }

    /**
     * For each name in the text, by its offset in UTF-16 code units: the persons whose name begins or ends with the
     * name's last word.
     */
    public NavigableMap<Integer, List<PersonCluster>> bearersByOffset() {
        return Collections.unmodifiableNavigableMap(bearersByOffset);
    }
}
