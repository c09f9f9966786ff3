package org.rostrum.extraction.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.Tokenizer;

/**
 * The turns of a briefing, a hearing or an interview: a paragraph that begins with a label ("MR MILLER:", "QUESTION:")
 * and those after it, up to the next label. A text is a transcript where somebody asks and somebody else answers, or
 * where two labels alternate; a heading or a form ("Place: Geneva") is none.
 */
public final class Transcript {

    /** The greatest length of a label, in UTF-16 code units. */
    private static final int MAX_LABEL_LENGTH = 120;
    /** Further paragraphs of a turn are not part of what was said. */
    private static final int MAX_PARAGRAPHS = 100;

    /** White space of any kind, a no-break space too. */
    private static final String SPACE = "[\\s\\u00a0]";

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}.'’/-]{0,30}";
    /** A name or an office, perhaps with a medium or a country in brackets, and a colon. */
    private static final Pattern LABEL = Pattern.compile("(?:[*_#>]|" + SPACE + "){0,4}(" + NAME + "(?:,? (?:" + NAME
            + "|of|the|and|for|to|on|de|da|del|von|van|al|bin|la)){0,9})"
            + "\\s?(?:\\([^()\\n]{1,60}\\))?[*_]{0,3}\\s?[:：][*_]{0,3}(?=" + SPACE + "|$|[“\"])");
    /** A label in a column of its own: a name in capitals, then several spaces instead of a colon. */
    private static final Pattern COLUMN = Pattern.compile(
            "(\\p{Lu}[\\p{Lu}.'’-]{1,30}(?: \\p{Lu}[\\p{Lu}.'’-]{1,30}){0,4})" + SPACE + "{4,60}(?=[\\p{Lu}“\"])");
    /** A "Q" without a colon, as the White House prints it. */
    private static final Pattern BARE_QUESTION = Pattern.compile("(Q)" + SPACE + "{1,6}(?=[\\p{Lu}“\"(])");
    /** Labels of those who ask and are not named. */
    private static final Pattern QUESTIONER = Pattern.compile("(?:q|question|questions|reporter|reporters|journalist|"
            + "journalists|interviewer|moderator|host|anchor|presenter|operator|audience member|press|media|participant)"
            + " ?\\d{0,2}");

    /** Labels of forms and lists. */
    private static final Pattern FIELD = Pattern.compile(
            "(?:date|day|time|place|location|venue|contact|contacts|note|notes|"
                    + "source|sources|photo|image|video|update|who|what|where|when|why|how|tel|phone|fax|e-?mail|website|subject|title|"
                    + "category|tags|topics|summary|background|deaths|injured|casualties|fact|claim|verdict|rating|context|analysis|"
                    + "breaking|live|exclusive|opinion|example|step|section|article|chapter|part|table|figure) ?\\d{0,3}");

    private static final Pattern ANSWERER = Pattern.compile("(?:a|answer|response|reply) ?\\d{0,2}");

    private final Map<Integer, Turn> starts = new HashMap<>();
    private final Set<Integer> inside = new HashSet<>();

    private Transcript() {}

    /**
     * A turn.
     *
     * @param label where the name of the speaker is; empty where an unnamed person asks or answers
     * @param content what is said: the rest of the labelled paragraph, if any, and the paragraphs after it
     */
    public record Turn(CharSpan label, List<CharSpan> content) {}

    /**
     * A label.
     *
     * @param name the words that name the speaker
     * @param end where what is said begins, white space aside
     * @param key the name in lower case
     * @param bare whether only its place shows that it is a label
     */
    private record Label(CharSpan name, int end, String key, boolean bare) {

        boolean asks() {
            return QUESTIONER.matcher(key).matches();
        }

        boolean answers() {
            return ANSWERER.matcher(key).matches();
        }
    }

    /**
     * The turns of a text; none where it is no transcript.
     *
     * @param stop asked for each paragraph
     */
    public static Transcript of(String text, StopSignal stop) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Integer, Label> labels = new HashMap<>();
        boolean bare = false;
        ParagraphSplitter paragraphs = new ParagraphSplitter(text);
        for (Paragraph paragraph = paragraphs.next(); paragraph != null; paragraph = paragraphs.next()) {
            stop.check();
            Label label = label(text, paragraph);
            if (label == null) {
                continue;
            }
            labels.put(paragraph.start(), label);
            if (label.bare) {
                bare = true;
            } else {
                counts.merge(label.key, 1, Integer::sum);
            }
        }
        if (bare && !counts.isEmpty()) {
            // "Q" alone may begin a sentence; beside labels with a colon it is one itself.
            counts.merge("q", 1, Integer::sum);
        }
        Transcript transcript = new Transcript();
        if (isTranscript(counts)) {
            labels.values().removeIf(label -> !counts.containsKey(label.key));
            transcript.read(text, labels, stop);
        }
        return transcript;
    }

    /** The turn whose label begins a paragraph; null for none. */
    public @Nullable Turn at(Paragraph paragraph) {
        return starts.get(paragraph.start());
    }

    /** Whether a paragraph is part of a turn, with or without the label. */
    public boolean covers(Paragraph paragraph) {
        return inside.contains(paragraph.start());
    }

    /** Whether there are any turns. */
    public boolean isEmpty() {
        return starts.isEmpty();
    }

    private static boolean isTranscript(Map<String, Integer> counts) {
        boolean asks =
                counts.keySet().stream().anyMatch(key -> QUESTIONER.matcher(key).matches());
        boolean alternates = counts.values().stream().anyMatch(count -> count > 1);
        return counts.size() > 1 && (asks || alternates);
    }

    /** @param labels by the start of the paragraph that each begins */
    private void read(String text, Map<Integer, Label> labels, StopSignal stop) {
        List<CharSpan> content = null;
        ParagraphSplitter paragraphs = new ParagraphSplitter(text);
        for (Paragraph paragraph = paragraphs.next(); paragraph != null; paragraph = paragraphs.next()) {
            stop.check();
            Label label = labels.get(paragraph.start());
            if (label != null) {
                content = new ArrayList<>();
                CharSpan name = label.asks() || label.answers()
                        ? new CharSpan(label.name.start(), label.name.start())
                        : label.name;
                starts.put(paragraph.start(), new Turn(name, content));
                inside.add(paragraph.start());
                int from = label.end;
                while (from < paragraph.end() && Tokenizer.isSpace(text.charAt(from))) {
                    from++;
                }
                if (from < paragraph.end()) {
                    content.add(new CharSpan(from, paragraph.end()));
                }
            } else if (content != null) {
                if (Boilerplate.is(text, paragraph)) {
                    content = null;
                    continue;
                }
                inside.add(paragraph.start());
                if (content.size() < MAX_PARAGRAPHS) {
                    content.add(new CharSpan(paragraph.start(), paragraph.end()));
                }
            }
        }
    }

    /** Whether there is a colon or a column where a label may end; spares most paragraphs the patterns. */
    private static boolean mayHaveLabel(String text, int start, int end) {
        if (text.charAt(start) == 'Q') {
            return true;
        }
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == ':' || c == '：' || Tokenizer.isSpace(c) && at > start && Tokenizer.isSpace(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Label label(String text, Paragraph paragraph) {
        int end = Math.min(paragraph.end(), paragraph.start() + MAX_LABEL_LENGTH);
        if (!mayHaveLabel(text, paragraph.start(), end) || Boilerplate.is(text, paragraph)) {
            return null;
        }
        Matcher matcher = LABEL.matcher(text).region(paragraph.start(), end);
        if (!matcher.lookingAt()) {
            matcher = COLUMN.matcher(text).region(paragraph.start(), end);
        }
        boolean bare = !matcher.lookingAt();
        if (bare) {
            matcher = BARE_QUESTION.matcher(text).region(paragraph.start(), end);
            if (!matcher.lookingAt()) {
                return null;
            }
        }
        CharSpan name = new CharSpan(matcher.start(1), matcher.end(1));
        String key = matcher.group(1).toLowerCase(Locale.ROOT);
        return FIELD.matcher(key).matches() ? null : new Label(name, matcher.end(), key, bare);
    }
}
