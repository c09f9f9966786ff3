package org.rostrum.resolution.mention;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.StopSignal;

/**
 * Expands the mentions of one article by adjacent words that belong to them but that a parser may have left out: titles
 * and names.
 */
public final class MentionExpander {

    /** A name after its description: "a spokesman for the army, Brigadier Nabil Osman, said". */
    private static final Pattern FOLLOWING_NAME = Pattern.compile(
            "^, (?<name>\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|al-\\p{Lu}\\p{L}*|bin|von|van|der|de)){1,4})(?=[,.;]| in | on | at )");

    private static final Pattern PRECEDING_DESCRIPTION =
            Pattern.compile("(?<who>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|\\p{Lu}[\\p{L}]+[’']s) [\\p{L} -]{3,60}), $");
    /** How far to look to either side of a mention, in UTF-16 code units. */
    private static final int REACH = 100;

    private static final int MAX_TITLE_WORDS = 6;

    private final String body;
    private final StopSignal stop;
    private final Map<Mention, Mention> expanded = new HashMap<>();

    /** An expander of the mentions in an article's text. */
    public MentionExpander(String body, StopSignal stop) {
        this.body = body;
        this.stop = stop;
    }

    /** The mention with the words of office before it and with the name that follows it between commas. */
    public Mention expand(Mention mention) {
        if (mention.isInHeadline()) {
            return mention;
        }
        return expanded.computeIfAbsent(mention, printed -> {
            stop.check();
            return withFollowingName(withPrecedingTitles(printed));
        });
    }

    private Mention withFollowingName(Mention mention) {
        if (mention.text().length() > MentionParser.MAX_LENGTH || hasName(mention)) {
            return mention;
        }
        int end = Math.min(body.length(), mention.end());
        Matcher name = FOLLOWING_NAME.matcher(body.substring(end, Math.min(body.length(), end + REACH)));
        return name.find() ? new Mention(mention.start(), end + name.end(), mention.text() + name.group()) : mention;
    }

    /** Whether the mention contains a name already, or is a single word. */
    private static boolean hasName(Mention mention) {
        if (mention.text().indexOf(',') >= 0) {
            return true;
        }
        List<String> words = MentionTokens.words(mention.text());
        if (words.size() < 2) {
            return true;
        }
        String last = words.get(words.size() - 1);
        return MentionTokens.isCapitalised(last) && !MentionLexicon.isTitle(last) && !MentionLexicon.isBody(last);
    }

    private Mention withPrecedingTitles(Mention mention) {
        if (!MentionTokens.isCapitalised(mention.text())) {
            return mention;
        }
        int end = Math.min(body.length(), mention.end());
        int start = Math.min(mention.start(), end);
        String left = body.substring(Math.max(0, start - REACH), start);
        boolean appositive = end < body.length() && ",.".indexOf(body.charAt(end)) >= 0 && left.endsWith(", ");
        if (appositive && mention.text().indexOf(',') < 0) {
            Matcher description = PRECEDING_DESCRIPTION.matcher(left);
            if (description.find()
                    && MentionTokens.words(description.group("who")).stream().anyMatch(MentionLexicon::isTitle)) {
                // "his executive secretary, | Lucas Bersamin,"
                return new Mention(
                        start - description.group().length(), mention.end(), description.group() + mention.text());
            }
        }
        int titleStart = start - titleLength(left);
        return titleStart == start
                ? mention
                : new Mention(titleStart, mention.end(), body.substring(titleStart, start) + mention.text());
    }

    /**
     * How many UTF-16 code units of titles and names of organisations precede a mention: "Philippine military chief |
     * General Romeo Brawner".
     */
    private static int titleLength(String left) {
        List<String> words = lastWords(left);
        int first = words.size();
        boolean office = false;
        while (first > 0 && belongsToTitle(words.get(first - 1))) {
            first--;
            office |= MentionLexicon.isTitle(words.get(first)) || MentionLexicon.isOrgan(words.get(first));
        }
        return office ? String.join(" ", words.subList(first, words.size())).length() + 1 : 0;
    }

    private static boolean belongsToTitle(String word) {
        return MentionTokens.isCapitalised(word)
                || MentionLexicon.isTitle(word)
                || MentionLexicon.isOrgan(word)
                || MentionLexicon.isBody(word);
    }

    /** Up to {@value #MAX_TITLE_WORDS} words at the end of a text, each followed by a single space. */
    private static List<String> lastWords(String text) {
        Deque<String> words = new ArrayDeque<>();
        int end = text.length();
        while (words.size() < MAX_TITLE_WORDS && end > 1 && text.charAt(end - 1) == ' ') {
            int start = end - 1;
            while (start > 0
                    && (Character.isLetter(text.charAt(start - 1)) || "’'-".indexOf(text.charAt(start - 1)) >= 0)) {
                start--;
            }
            if (start == end - 1) {
                break;
            }
            words.addFirst(text.substring(start, end - 1));
            end = start;
        }
        return List.copyOf(words);
    }
}
