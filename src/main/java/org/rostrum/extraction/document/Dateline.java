package org.rostrum.extraction.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;

/**
 * The dateline at the beginning of a news text: place, day and agency before its first sentence, such as "KYIV (AP) —"
 * or "Geneva, 3 March 2025 –". It is no part of that sentence.
 */
public final class Dateline {

    /** The greatest length of a dateline, in UTF-16 code units. */
    private static final int MAX_LENGTH = 120;

    private static final String DAY =
            "(?:\\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.?(?: \\d{1,2})?(?:,? \\d{4})?";
    private static final String PLACE = "\\p{Lu}[\\p{L}.'’-]{1,20}(?: \\p{Lu}[\\p{L}.'’-]{1,20}){0,3}";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'’/-]{2,20}(?: \\p{Lu}[\\p{Lu}.'’/-]{1,20}){0,3}";
    private static final String REGION = "(?:,? " + PLACE + "){0,2}";
    private static final String AGENCY = "\\((?:\\p{Lu}[\\p{L}.& /-]{1,30})\\)";
    private static final String DASH = "(?:\\s*[—–]\\s*|\\s+--?\\s*|(?<=\\))\\s*--?\\s*)";
    private static final Pattern DATELINE = Pattern.compile("(?:"
            // KYIV, Ukraine (AP) —
            + CAPITALS + REGION + "(?:,? " + DAY + ")?(?: ?" + AGENCY + ")?" + DASH
            // Dubai (Reuters) -
            + "|" + PLACE + REGION + "(?:,? " + DAY + ")? ?" + AGENCY + DASH
            // Geneva, 3 March 2025 –
            + "|" + PLACE + REGION + ",? " + DAY + "(?: ?" + AGENCY + ")?(?:" + DASH + "|: )"
            // 3 March 2025 –
            + "|" + DAY + DASH
            // AMSTERDAM:
            + "|" + CAPITALS + "(?:, " + PLACE + ")?: "
            + ")(?=[\\p{Lu}\\p{N}“\"‘'])");

    private Dateline() {}

    /** Whether there is a mark that ends a dateline; spares most paragraphs the pattern. */
    private static boolean mayHaveDateline(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if ("—–-:".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the dateline of a paragraph ends, and its first sentence begins; the paragraph's start for none. */
    public static int end(String text, Paragraph paragraph) {
        int end = Math.min(paragraph.end(), paragraph.start() + MAX_LENGTH);
        if (!mayHaveDateline(text, paragraph.start(), end)) {
            return paragraph.start();
        }
        Matcher matcher = DATELINE.matcher(text).region(paragraph.start(), end);
        return matcher.lookingAt() && matcher.end() < paragraph.end() ? matcher.end() : paragraph.start();
    }
}
