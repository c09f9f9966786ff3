package org.rostrum.extraction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.Answer.Stance;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.syntax.Sentence;

/** Finds the words by which the sentence around a statement tells how it stands to another one, by {@code answers.tsv}. */
final class AnswerReader {

  /** So much of what follows the words is looked at, in UTF-16 code units. */
  private static final int BEHIND = 80;
  /** Longer sentences are lists or tables. */
  private static final int LONGEST = 2_000;

  private record Rule(Stance stance, Pattern pattern) {}

  private final List<Rule> rules = Lexicon.rows("answers.tsv").stream()
      .map(row -> new Rule(Stance.valueOf(row[0]), Pattern.compile(row[1], Pattern.CASE_INSENSITIVE))).toList();

  /**
   * What is told; null for nothing.
   *
   * @param words the span of the words that tell it, in places of the text
   */
  record Told(Stance stance, Span words, String to) {}

  Told read(String text, Finding finding) {
    Sentence s = finding.sentence;
    if (s.size() == 0) {
      return null;
    }
    int start = s.start(0);
    int end = Math.min(s.end(s.size() - 1), start + LONGEST);
    String around = text.substring(start, end);
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern.matcher(around);
      while (matcher.find()) {
        Span words = new Span(start + matcher.start(), start + matcher.end());
        if (finding.content.stream().noneMatch(part -> part.start() <= words.start() && words.start() < part.end())) {
          int behind = Math.min(text.length(), words.end() + BEHIND);
          return new Told(rule.stance, words, text.substring(start + lastWord(matcher), behind));
        }
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
