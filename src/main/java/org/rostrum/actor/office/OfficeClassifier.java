package org.rostrum.actor.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.graph.value.TsvFile;
import org.rostrum.graph.value.TsvFile.TsvRow;

/**
 * Finds the kind of office, such as {@code prime_minister}, in the title of a post or in the words beside a name. The
 * kinds and their patterns are in {@code reference/offices.tsv}.
 */
public final class OfficeClassifier {

    /** Characters that are searched for offices: titles are shorter. */
    private static final int SEARCHED = 400;

    private record Title(String office, Pattern pattern) {}

    private record Mentioned(Set<String> offices, Pattern pattern) {}

    private static final List<Title> TITLES = new ArrayList<>();
    private static final List<Mentioned> MENTIONED = new ArrayList<>();

    static {
        for (TsvRow row : TsvFile.read("/reference/offices.tsv", "source", "office", "pattern")) {
            if (row.get("source").equals("T")) {
                TITLES.add(new Title(row.get("office"), Pattern.compile(row.get("pattern"))));
            } else {
                MENTIONED.add(new Mentioned(
                        Set.of(row.get("office").split(",")), Pattern.compile("\\b(?:" + row.get("pattern") + ")\\b")));
            }
        }
    }

    /** Any of the mentioned patterns, tried first because most words beside names name no office. */
    private static final Pattern ANY = Pattern.compile(
            MENTIONED.stream().map(known -> known.pattern.pattern()).collect(Collectors.joining("|")));

    private OfficeClassifier() {}

    /** The kind of office that comes first in a post's title; null where it names none of the known kinds. */
    public static @Nullable String ofTitle(@Nullable String title) {
        String office = null;
        int first = Integer.MAX_VALUE;
        for (Title known : TITLES) {
            Matcher matcher = known.pattern.matcher(title);
            if (matcher.find() && matcher.start() < first) {
                // The "Spokesman for the Prime Minister" is no prime minister.
                first = matcher.start();
                office = known.office;
            }
        }
        return office;
    }

    /**
     * The kinds of offices that words beside a name, or in place of one, may mean. Patterns apply in the order of the
     * file, which has the longer before their parts; a part of the text that one has matched is not matched again.
     */
    public static Set<String> of(String words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        String key = words.length() > SEARCHED
                ? TextNormalizer.key(words.substring(0, SEARCHED))
                : TextNormalizer.key(words);
        if (!ANY.matcher(key).find()) {
            return Set.of();
        }
        Set<String> offices = new LinkedHashSet<>();
        StringBuilder left = new StringBuilder(key);
        for (Mentioned known : MENTIONED) {
            Matcher matcher = known.pattern.matcher(left);
            if (matcher.find()) {
                offices.addAll(known.offices);
                // A vice president is no president.
                left.replace(matcher.start(), matcher.end(), "#");
            }
        }
        return offices;
    }
}
