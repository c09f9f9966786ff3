package org.rostrum.extraction.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.graph.value.TsvFile;

/**
 * How often the patterns by which attributions are found are right: for each, the share of what it finds in a corpus that people
 * have read, as {@code confidence.tsv} has it. A pattern that is too seldom there has the share of the next more general one.
 */
final class RulePrecisionTable {

  private static final List<String> MODIFIERS = List.of(".modal", ".bare", ".thing", ".rare");

  private final Map<String, Double> shares = new HashMap<>();

  RulePrecisionTable() {
    TsvFile.read("/extraction/confidence.tsv", "rule", "precision").forEach(row -> shares.put(row.get("rule"), Double.valueOf(row.get("precision"))));
  }

  double of(String rule) {
    Double exact = shares.get(rule);
    if (exact != null) {
      return exact;
    }
    for (String modifier : MODIFIERS) {
      if (rule.endsWith(modifier)) {
        return of(rule.substring(0, rule.length() - modifier.length()));
      }
    }
    int dot = rule.lastIndexOf('.');
    return dot < 0 ? shares.get("") : of(rule.substring(0, dot));
  }
}
