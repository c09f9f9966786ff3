package org.rostrum.extraction.quotation;

import java.util.List;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.graph.value.ClaimKind;

/**
 * Classifies whether a statement is reported in the speaker's words, in the article's, or in both, by the quotation
 * marks around its letters.
 */
public final class ClaimKindClassifier {

    private ClaimKindClassifier() {}

    /**
     * The kind of a statement.
     *
     * @param text the text
     * @param content the parts of the statement, in order
     * @param near the quotations that the content may have words in, in order
     */
    public static ClaimKind classify(String text, List<CharSpan> content, List<Quotation> near) {
        boolean inside = false;
        boolean outside = false;
        for (CharSpan part : content) {
            int next = 0;
            for (int at = part.start(); at < part.end() && !(inside && outside); at++) {
                while (next < near.size() && near.get(next).end() <= at) {
                    next++;
                }
                if (Character.isLetterOrDigit(text.charAt(at))) {
                    boolean quoted = next < near.size() && near.get(next).start() <= at;
                    inside |= quoted;
                    outside |= !quoted;
                }
            }
        }
        return !inside ? ClaimKind.INDIRECT : outside ? ClaimKind.MIXED : ClaimKind.DIRECT;
    }
}
