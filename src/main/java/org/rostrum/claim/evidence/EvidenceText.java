package org.rostrum.claim.evidence;

import java.util.List;
import java.util.stream.Collectors;
import org.rostrum.article.Article;
import org.rostrum.claim.TextSpan;
import org.rostrum.graph.value.ClaimKind;

/** A claim's text, taken from the spans of the article that are its evidence. */
public final class EvidenceText {

    /** Replaces what the article has between two spans. */
    private static final String ELLIPSIS = " … ";

    private static final String OPENING_QUOTES = "\"“„«‘'";
    private static final String CLOSING_QUOTES = "\"”“»’'";

    private EvidenceText() {}

    /**
     * The text of the spans, each without its quotation marks and the comma before the closing one; an ellipsis joins
     * them.
     *
     * @param spans parts of the article's body, in its order
     */
    public static String of(Article article, List<TextSpan> spans) {
        return ofWords(spans.stream().map(span -> exact(article, span)).toList());
    }

    /**
     * The text of parts of an article without mark-up, as {@link #of(Article, List)} makes it.
     *
     * @param parts the words of the spans
     */
    public static String ofWords(List<String> parts) {
        return parts.stream().map(EvidenceText::withoutQuotes).collect(Collectors.joining(ELLIPSIS));
    }

    /** As {@link #of(Article, List)}, for indirect speech without the "that" which introduces it. */
    public static String of(Article article, List<TextSpan> spans, ClaimKind kind) {
        String text = of(article, spans);
        return kind == ClaimKind.INDIRECT ? IndirectSpeech.withoutThat(text) : text;
    }

    /** The spans word for word, joined by an ellipsis. */
    static String exact(Article article, List<TextSpan> spans) {
        return join(spans.stream().map(span -> exact(article, span)).toList());
    }

    /** Joins the words of several spans by an ellipsis. */
    static String join(List<String> parts) {
        return String.join(ELLIPSIS, parts);
    }

    private static String exact(Article article, TextSpan span) {
        return article.body.substring(span.start(), span.end());
    }

    private static String withoutQuotes(String span) {
        String text = span.strip();
        boolean quoted = text.length() > 2
                && OPENING_QUOTES.indexOf(text.charAt(0)) >= 0
                && CLOSING_QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
        if (!quoted) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1).strip();
        return inner.endsWith(",") ? inner.substring(0, inner.length() - 1) : inner;
    }
}
