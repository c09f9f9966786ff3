package org.rostrum.resolution.mention;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.graph.value.TsvFile;

/**
 * The word lists by which mentions are parsed, from the file {@code resolution/words.tsv}, which describes each
 * category. Words are compared without regard to case and without a final full stop ("Gen." is "gen").
 */
public final class MentionLexicon {

    private static final Map<String, Set<String>> CATEGORIES = new HashMap<>();

    static {
        for (TsvFile.TsvRow row : TsvFile.read("/resolution/words.tsv", "category", "words")) {
            CATEGORIES.put(
                    row.get("category"),
                    Arrays.stream(row.get("words").split(" ")).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static final Set<String> TITLES = words("title");
    private static final Set<String> BODIES = words("body");
    private static final Set<String> GOVERNMENTS = words("government");
    private static final Set<String> ORGANS = words("organ");
    private static final Set<String> PEOPLE = words("people");
    private static final Set<String> INDEFINITE = words("indefinite");
    private static final Set<String> FORMER = words("former");

    private MentionLexicon() {}

    /** Whether the word precedes a name and is not part of it: "President", "Gen." */
    public static boolean isTitle(String word) {
        return contains(TITLES, word);
    }

    /** Whether a name that contains the word is an organisation's: "ministry", "committee". */
    public static boolean isBody(String word) {
        return contains(BODIES, word);
    }

    /** Whether the word, together with a country, means the country itself: "government". */
    public static boolean isGovernment(String word) {
        return contains(GOVERNMENTS, word);
    }

    /** Whether the word, together with a country, means an organisation of that country: "army". */
    public static boolean isOrgan(String word) {
        return contains(ORGANS, word);
    }

    /** Whether the word means several unnamed people: "officials". */
    public static boolean isPeople(String word) {
        return contains(PEOPLE, word);
    }

    /** Whether a mention that begins with the word refers to nobody in particular: "several". */
    public static boolean isIndefinite(String word) {
        return contains(INDEFINITE, word);
    }

    /** Whether the word says that an office is no longer held: "former". */
    public static boolean isFormer(String word) {
        return contains(FORMER, word);
    }

    private static Set<String> words(String category) {
        return Objects.requireNonNull(CATEGORIES.get(category), () -> "No category " + category + " in words.tsv");
    }

    private static boolean contains(Set<String> words, String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        return words.contains(lowerCase.endsWith(".") ? lowerCase.substring(0, lowerCase.length() - 1) : lowerCase);
    }
}
