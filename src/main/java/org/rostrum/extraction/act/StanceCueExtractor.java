package org.rostrum.extraction.act;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.TsvFile;

/**
 * Finds the words by which a sentence relates a statement in it to another one ("in response to"), by the patterns in
 * {@code answers.tsv}.
 */
public final class StanceCueExtractor {

    /** How much of the text after a cue is kept, in UTF-16 code units. */
    private static final int CONTEXT_LENGTH = 80;
    /** Longer sentences are lists or tables. */
    private static final int MAX_SENTENCE = 2_000;

    private record Rule(LinkType stance, Pattern pattern) {}

    private final List<Rule> rules = TsvFile.read("/extraction/answers.tsv", "stance", "pattern").stream()
            .map(row -> new Rule(
                    LinkType.valueOf(row.get("stance")), Pattern.compile(row.get("pattern"), Pattern.CASE_INSENSITIVE)))
            .toList();

    /**
     * A cue in a sentence.
     *
     * @param stance how the statement relates to the other
     * @param words the cue's extent in the text
     * @param to the text after it: whose statement, or what about
     */
    public record Cue(LinkType stance, CharSpan words, String to) {}

    /** All cues of a sentence, the most specific first. */
    public List<Cue> read(String text, ParsedSentence s) {
        if (s.size() == 0) {
            return List.of();
        }
        List<Cue> cues = new ArrayList<>();
        int start = s.start(0);
        int end = Math.min(s.end(s.size() - 1), start + MAX_SENTENCE);
        String around = text.substring(start, end);
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern.matcher(around);
            while (matcher.find()) {
                CharSpan words = new CharSpan(start + matcher.start(), start + matcher.end());
                int contextEnd = Math.min(text.length(), words.end() + CONTEXT_LENGTH);
                cues.add(new Cue(rule.stance, words, text.substring(start + lastWord(matcher), contextEnd)));
            }
        }
        return cues;
    }

    /** The first cue that is outside of a statement's own content; null for none. */
    public static @Nullable Cue of(AttributionBuilder attribution, List<Cue> cues) {
        for (Cue cue : cues) {
            if (attribution.content.stream()
                    .noneMatch(part -> part.start() <= cue.words.start() && cue.words.start() < part.end())) {
                return cue;
            }
        }
        return null;
    }

    /** Where the text after a cue begins: the last word of "rejected the" belongs to it. */
    private static int lastWord(Matcher matcher) {
        String found = matcher.group();
        int last = found.stripTrailing().lastIndexOf(' ');
        boolean whole = found.equals(found.stripTrailing());
        return whole || last < 0 ? matcher.end() : matcher.start() + last + 1;
    }
}
