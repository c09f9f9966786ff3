package org.rostrum.extraction.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.Tokenizer;

/**
 * Remarks, a speech or a statement in the first person, under a line or a headline that tells whose it is: "Maria Holm,
 * Secretary of State", "Transcript of the briefing by Maria Holm". Every paragraph is that person's.
 */
public final class Monologue {

    /** Shorter paragraphs are headings and greetings, in words. */
    private static final int MIN_WORDS = 8;
    /** A full stop before that is one of an abbreviation, in UTF-16 code units. */
    private static final int MIN_SENTENCE = 40;
    /** The most words of a line that names the speaker. */
    private static final int MAX_BYLINE_WORDS = 15;
    /** Where such a line may be, in paragraphs from the beginning. */
    private static final int MAX_BYLINE_PARAGRAPHS = 6;

    /** The beginning of a paragraph that is searched for the speaker's name, in UTF-16 code units. */
    private static final int MAX_BYLINE_LENGTH = 400;
    /** The beginning of a paragraph in which words are counted, in UTF-16 code units. */
    private static final int MAX_COUNTED_LENGTH = 1_000;

    private static final int MIN_PERSONAL = 2;
    /** The most paragraphs of a short statement. */
    private static final int MAX_SHORT = 4;
    /** The share of paragraphs in the first person, from which on all are. */
    private static final double MIN_PERSONAL_SHARE = 0.4;
    /** The same for a text whose headline says whose speech it is. */
    private static final double MIN_NAMED_SHARE = 0.2;
    /** What a page writes above a speech. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)(?:the )?(?:(?:full )?text of the )?following (?:is|are|statement|remarks|text|transcript)(?!\\p{L})");

    /** Without word boundaries, which look back over all combining marks: quadratic where a text has many. */
    private static final Pattern FIRST_PERSON = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:I|I[’']m|[Ww]e|[Mm]y|[Oo]ur|me|us|ourselves|myself)(?![\\p{L}\\p{N}.])");

    private static final Pattern QUOTED = Pattern.compile("“[^“”]{0,2000}”|\"[^\"]{0,2000}\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.’'-]*");
    private static final String NAME = "\\p{Lu}[\\p{L}.’'-]{1,30}";
    /** "The briefing by Maria Holm, Spokeswoman for the Council". */
    private static final Pattern BY = Pattern.compile("(?i:remarks|statement|speech|address|briefing|lecture|testimony|"
            + "message|conference|keynote|interview)(?!\\p{L})[^.\\n]{0,60}? "
            + "(?i:by|of|from) (?:the |H\\.E\\. |Mr\\.? |Ms\\.? |Dr\\.? )?((?:"
            + NAME + " ){1,4}" + NAME + "(?:, " + NAME + "(?: (?:" + NAME + "|of|the|for|and)){0,8})?)");

    private static final String WE_OURSELVES = "We, ";
    /** "We, the Ministers of the Council, reaffirm …": the plural role, without the countries that follow. */
    private static final Pattern WE = Pattern.compile(
            WE_OURSELVES
                    + "((?:the )?[\\p{L}\\p{N} &/-]{3,80}?)(?=,| of (?:the )?\\p{Lu}[\\p{L} ]{1,40}, (?:and )?(?:the )?\\p{Lu})");

    private final @Nullable CharSpan byline;
    private final String headline;
    private final Set<Integer> starts;

    private Monologue(@Nullable CharSpan byline, String headline, Set<Integer> starts) {
        this.byline = byline;
        this.headline = headline;
        this.starts = starts;
    }

    /**
     * The monologue that a text is; null where it is none, or does not tell whose.
     *
     * @param headline the text's headline; empty for none
     * @param isPerson whether a noun in lower case is one for a person, such as "secretary"
     * @param stop asked for each paragraph
     */
    public static @Nullable Monologue of(String text, String headline, Predicate<String> isPerson, StopSignal stop) {
        String speaker = HeadlineSpeaker.of(headline);
        boolean named = speaker != null && !speaker.isEmpty();
        CharSpan byline = null;
        int paragraphsBefore = 0;
        int personal = 0;
        Set<Integer> starts = new HashSet<>();
        ParagraphSplitter paragraphs = new ParagraphSplitter(text);
        for (Paragraph paragraph = paragraphs.next(); paragraph != null; paragraph = paragraphs.next()) {
            stop.check();
            if (byline == null && !named && paragraphsBefore++ < MAX_BYLINE_PARAGRAPHS) {
                byline = byline(text, paragraph, isPerson);
                if (byline != null) {
                    // What stands above the line is the page's.
                    starts.clear();
                    personal = 0;
                    if (!text.startsWith(WE_OURSELVES, paragraph.start())) {
                        continue;
                    }
                }
            } else if (byline == null && speaker == null) {
                return null;
            }
            if (words(text, paragraph).size() >= MIN_WORDS
                    && hasSentence(text, paragraph)
                    && !Boilerplate.is(text, paragraph)
                    && !introduces(text, paragraph)) {
                starts.add(paragraph.start());
                personal += isPersonal(text, paragraph) ? 1 : 0;
            }
        }
        double share = named ? MIN_NAMED_SHARE : MIN_PERSONAL_SHARE;
        // A short statement announced by its headline may have one paragraph in the first person.
        int least = speaker != null && starts.size() <= MAX_SHORT ? 1 : MIN_PERSONAL;
        return byline == null && speaker == null || personal < least || personal < share * starts.size()
                ? null
                : new Monologue(byline, speaker == null ? "" : speaker, starts);
    }

    /** Where the text names the speaker; null where only the headline does, or nothing. */
    public @Nullable CharSpan byline() {
        return byline;
    }

    /** The words of the headline that name the speaker; empty for none. */
    public String headline() {
        return headline;
    }

    /** Whether a paragraph is part of what is said. */
    public boolean covers(Paragraph paragraph) {
        return starts.contains(paragraph.start());
    }

    /** Whether a sentence ends in a paragraph: salutations and headings have none. */
    private static boolean hasSentence(String text, Paragraph paragraph) {
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            boolean ends = ".!?…”\"):;".indexOf(text.charAt(at)) >= 0;
            if (ends
                    && (at + 1 == paragraph.end()
                            || Tokenizer.isSpace(text.charAt(at + 1)) && at > paragraph.start() + MIN_SENTENCE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean introduces(String text, Paragraph paragraph) {
        return INTRODUCTION
                .matcher(text)
                .region(paragraph.start(), paragraph.end())
                .lookingAt();
    }

    private static @Nullable CharSpan byline(String text, Paragraph paragraph, Predicate<String> isPerson) {
        Matcher we = WE.matcher(text).region(paragraph.start(), paragraph.end());
        if (we.lookingAt()) {
            return new CharSpan(we.start(1), we.end(1));
        }
        Matcher by = BY.matcher(text)
                .region(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + MAX_BYLINE_LENGTH));
        if (by.find()) {
            boolean stop = text.charAt(by.end(1) - 1) == '.';
            return new CharSpan(by.start(1), stop ? by.end(1) - 1 : by.end(1));
        }
        List<String> words = words(text, paragraph);
        boolean line = words.size() > 2
                && words.size() <= MAX_BYLINE_WORDS
                && ".!?:,”\"".indexOf(text.charAt(paragraph.end() - 1)) < 0
                && text.substring(paragraph.start(), paragraph.end()).contains(",");
        boolean names = line
                && words.stream()
                                .filter(word -> Character.isUpperCase(word.charAt(0)))
                                .count()
                        > 2
                && words.stream().anyMatch(word -> isPerson.test(word.toLowerCase(Locale.ROOT)));
        return names ? new CharSpan(paragraph.start(), paragraph.end()) : null;
    }

    private static List<String> words(String text, Paragraph paragraph) {
        return WORD.matcher(text)
                .region(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + MAX_COUNTED_LENGTH))
                .results()
                .map(result -> result.group())
                .toList();
    }

    private static boolean isPersonal(String text, Paragraph paragraph) {
        String words = text.substring(paragraph.start(), paragraph.end());
        return FIRST_PERSON.matcher(QUOTED.matcher(words).replaceAll(" ")).find();
    }
}
