package org.rostrum.extraction.act;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.graph.value.LinkType;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.graph.value.TsvFile;

/** Finds the words by which the sentence around a statement tells how it stands to another one, by {@code answers.tsv}. */
public final class StanceCueExtractor {

  /** So much of what follows the words is looked at, in UTF-16 code units. */
  private static final int BEHIND = 80;
  /** Longer sentences are lists or tables. */
  private static final int LONGEST = 2_000;

  private record Rule(LinkType stance, Pattern pattern) {}

  private final List<Rule> rules = TsvFile.read("/extraction/answers.tsv", "stance", "pattern").stream()
      .map(row -> new Rule(LinkType.valueOf(row.get("stance")), Pattern.compile(row.get("pattern"), Pattern.CASE_INSENSITIVE))).toList();

  /**
   * What is told.
   *
   * @param words the span of the words that tell it, in places of the text
   * @param to    what they lead to
   */
  public record Told(LinkType stance, CharSpan words, String to) {}

  /** All that the words of a sentence may tell of the statements in it, what tells most first. */
  public List<Told> read(String text, ParsedSentence s) {
    if (s.size() == 0) {
      return List.of();
    }
    List<Told> told = new ArrayList<>();
    int start = s.start(0);
    int end = Math.min(s.end(s.size() - 1), start + LONGEST);
    String around = text.substring(start, end);
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern.matcher(around);
      while (matcher.find()) {
        CharSpan words = new CharSpan(start + matcher.start(), start + matcher.end());
        int behind = Math.min(text.length(), words.end() + BEHIND);
        told.add(new Told(rule.stance, words, text.substring(start + lastWord(matcher), behind)));
      }
    }
    return told;
  }

  /** What is told of one statement: not by what it says itself; null for nothing. */
  public static Told of(AttributionBuilder finding, List<Told> told) {
    for (Told answer : told) {
      if (finding.content.stream().noneMatch(part -> part.start() <= answer.words.start() && answer.words.start() < part.end())) {
        return answer;
      }
    }
    return null;
  }

  /** Where what the words lead to begins: "rejected the" takes a part of it. */
  private static int lastWord(Matcher matcher) {
    String found = matcher.group();
    int last = found.stripTrailing().lastIndexOf(' ');
    boolean whole = found.equals(found.stripTrailing());
    return whole || last < 0 ? matcher.end() : matcher.start() + last + 1;
  }
}
