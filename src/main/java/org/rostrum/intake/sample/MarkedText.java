package org.rostrum.intake.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.claim.TextSpan;

/**
 * A sample article's text, parsed from a form in which evidence is marked: {@code [[c1:“We wait,”]] he said} marks the
 * words “We wait,” as evidence of the claim {@code c1}.
 *
 * @param body the text without marks
 * @param evidence the marked parts by the claims' ids, in the text's order
 */
record MarkedText(String body, Map<String, List<Mark>> evidence) {

    private static final Pattern MARK = Pattern.compile("\\[\\[(?<id>\\w+):(?<words>[^\\[\\]]+)]]");

    /** A marked part of the body and its words. */
    record Mark(TextSpan span, String words) {}

    static MarkedText parse(String marked) {
        Map<String, List<Mark>> evidence = new HashMap<>();
        StringBuilder body = new StringBuilder();
        Matcher matcher = MARK.matcher(marked);
        int from = 0;
        while (matcher.find()) {
            body.append(marked, from, matcher.start());
            String words = matcher.group("words");
            int start = body.length();
            body.append(words);
            evidence.computeIfAbsent(matcher.group("id"), id -> new ArrayList<>())
                    .add(new Mark(new TextSpan(start, body.length()), words));
            from = matcher.end();
        }
        return new MarkedText(body.append(marked.substring(from)).toString(), evidence);
    }
}
