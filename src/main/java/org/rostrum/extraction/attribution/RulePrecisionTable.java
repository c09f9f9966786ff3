package org.rostrum.extraction.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rostrum.graph.value.TsvFile;

/**
 * The precision of the patterns that find attributions, 0 to 1, measured on an annotated corpus, from
 * {@code confidence.tsv}. A pattern that is too rare there has the precision of the next more general one.
 */
final class RulePrecisionTable {

    private static final List<String> MODIFIERS = List.of(".modal", ".bare", ".thing", ".rare");

    private final Map<String, Double> precisions = new HashMap<>();
    /** The precision of the patterns for which there is no more general one: that of all patterns together. */
    private final double overall;

    RulePrecisionTable() {
        TsvFile.read("/extraction/confidence.tsv", "rule", "precision")
                .forEach(row -> precisions.put(row.get("rule"), Double.valueOf(row.get("precision"))));
        overall = Objects.requireNonNull(precisions.get(""), "confidence.tsv has no precision of all patterns");
    }

    /** The precision of a pattern, or of the next more general one that is known. */
    double of(String rule) {
        Double exact = precisions.get(rule);
        if (exact != null) {
            return exact;
        }
        for (String modifier : MODIFIERS) {
            if (rule.endsWith(modifier)) {
                return of(rule.substring(0, rule.length() - modifier.length()));
            }
        }
        int dot = rule.lastIndexOf('.');
        return dot < 0 ? overall : of(rule.substring(0, dot));
    }
}
