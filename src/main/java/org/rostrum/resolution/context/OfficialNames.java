package org.rostrum.resolution.context;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.graph.value.TsvFile;
import org.rostrum.resolution.mention.NameKeys;
import org.rostrum.resolution.mention.ParsedMention;

/**
 * The names by which the ministries and other bodies of countries are recorded, from {@code resolution/bodies.tsv}:
 * "Ministry of Defence of Poland".
 */
public final class OfficialNames {

    private static final Pattern POSSESSIVE = Pattern.compile("[’']s\\b");
    private static final List<Body> BODIES = TsvFile.read("/resolution/bodies.tsv", "pattern", "name").stream()
            .map(row -> new Body(Pattern.compile(row.get("pattern")), row.get("name")))
            .toList();

    private record Body(Pattern pattern, String nameFormat) {}

    private final Predicate<String> isPlace;

    /** Official names by what is the name of a place. */
    OfficialNames(Predicate<String> isPlace) {
        this.isPlace = isPlace;
    }

    /**
     * The official name of the body of a country that a mention describes ("the Polish defence ministry"); null for
     * other mentions.
     */
    public @Nullable String of(ParsedMention mention, CandidateActor country) {
        String description = withoutPlace(mention.core());
        for (Body body : BODIES) {
            if (body.pattern.matcher(description).matches()) {
                return body.nameFormat.formatted(country.name);
            }
        }
        return null;
    }

    /** The normalised words without those of the first place. */
    private String withoutPlace(String core) {
        List<String> words = new ArrayList<>(List.of(
                TextNormalizer.key(POSSESSIVE.matcher(core).replaceAll("")).split(" ")));
        for (int from = 0; from < words.size(); from++) {
            for (int to = Math.min(words.size(), from + NameKeys.MAX_NAME_WORDS); to > from; to--) {
                if (isPlace.test(String.join(" ", words.subList(from, to)))) {
                    words.subList(from, to).clear();
                    boolean endsWithOf =
                            !words.isEmpty() && words.get(words.size() - 1).equals("of");
                    return String.join(" ", endsWithOf ? words.subList(0, words.size() - 1) : words);
                }
            }
        }
        return String.join(" ", words);
    }
}
