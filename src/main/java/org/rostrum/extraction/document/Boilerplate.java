package org.rostrum.extraction.document;

import java.util.List;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.graph.value.TsvFile;

/** Paragraphs that a page adds to an article, such as links to other articles and captions: nobody's statements. */
public final class Boilerplate {

    /** Longer paragraphs are part of the article, in UTF-16 code units. */
    private static final int MAX_LENGTH = 300;

    private static final List<String> BEGINNINGS = TsvFile.read("/extraction/boilerplate.tsv", "beginning").stream()
            .map(row -> row.get("beginning"))
            .toList();

    private Boilerplate() {}

    /** Whether a paragraph is no part of the article's own text. */
    public static boolean is(String text, Paragraph paragraph) {
        int start = paragraph.start();
        int length = paragraph.end() - start;
        return length <= MAX_LENGTH
                && BEGINNINGS.stream()
                        .anyMatch(beginning -> text.regionMatches(true, start, beginning, 0, beginning.length())
                                && (beginning.length() == length
                                        || !Character.isLetterOrDigit(text.charAt(start + beginning.length()))));
    }
}
