package org.rostrum.claim.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.api.ClaimInputs.SpanInput;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;

/** Parses evidence: spans of an article's body, in its order and without overlaps. */
final class EvidenceInputParser {

    private static final String PATH = "evidence";
    private static final int MAX_SPANS = 50;

    private EvidenceInputParser() {}

    /**
     * The spans; what is wrong with them is noted among the errors.
     *
     * @param article null where it is unknown, so that nothing can be said about offsets
     */
    static List<TextSpan> parse(@Nullable Article article, @Nullable List<SpanInput> input, InputValidator errors) {
        if (input == null || input.isEmpty()) {
            errors.add(UserErrorCode.REQUIRED, PATH, "must hold at least one part of the body");
            return List.of();
        }
        errors.checkSize(PATH, input, MAX_SPANS);
        if (article == null || input.size() > MAX_SPANS) {
            return List.of();
        }
        List<TextSpan> spans = new ArrayList<>();
        int previousEnd = 0;
        for (int i = 0; i < input.size(); i++) {
            SpanInput span = input.get(i);
            check(PATH + "." + i, span, previousEnd, article, errors);
            previousEnd = Math.max(previousEnd, span.end);
            spans.add(new TextSpan(span.start, span.end));
        }
        return spans;
    }

    private static void check(String path, SpanInput span, int previousEnd, Article article, InputValidator errors) {
        if (span.start < 0 || span.end > article.bodyLength || span.start >= span.end) {
            errors.add(
                    UserErrorCode.OUT_OF_RANGE,
                    path,
                    "must be a part of the body, which has " + article.bodyLength + " UTF-16 code units, was "
                            + span.start + " to " + span.end);
            return;
        }
        if (span.start < previousEnd) {
            errors.add(UserErrorCode.CONFLICT, path, "must begin behind the end of the part before it");
        }
        if (splitsSurrogatePair(article.body, span.start) || splitsSurrogatePair(article.body, span.end)) {
            errors.add(UserErrorCode.INVALID, path, "must not begin or end inside a surrogate pair");
            return;
        }
        String exact = article.body.substring(span.start, span.end);
        if (span.exact != null && !span.exact.equals(exact)) {
            errors.add(
                    UserErrorCode.CONFLICT, path + ".exact", "other words stand at " + span.start + " to " + span.end);
        }
        if (exact.isBlank()) {
            errors.add(UserErrorCode.INVALID, path, "must not be blank");
        }
    }

    private static boolean splitsSurrogatePair(String body, int offset) {
        return offset < body.length() && Character.isLowSurrogate(body.charAt(offset));
    }
}
