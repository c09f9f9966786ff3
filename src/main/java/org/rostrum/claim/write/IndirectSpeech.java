package org.rostrum.claim.write;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of indirect speech that a person marked, of which no machine has read the syntax. The reader tells a conjunction "that"
 * by its syntax; here the next word must show that it can be nothing else: no second determiner or pronoun stands behind a
 * "that" which points at something ("that day") or stands for it ("that is why").
 */
final class IndirectSpeech {

  private static final Pattern THAT = Pattern.compile("that\\s+(?=([\\p{L}’']+))", Pattern.CASE_INSENSITIVE);
  private static final Set<String> NEXT = Set.of("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your",
      "he", "she", "it", "they", "we", "i", "you", "there", "no", "any", "some", "every", "each", "both", "all", "such", "if", "when", "while",
      "nobody", "nothing", "everybody", "everyone", "everything", "somebody", "someone", "something", "anyone", "anything");

  private IndirectSpeech() {}

  /** The words without a "that" which only introduces them; all of them where it may be a part of what was said. */
  static String withoutThat(String words) {
    Matcher that = THAT.matcher(words);
    boolean introduces = that.lookingAt() && NEXT.contains(that.group(1).toLowerCase(Locale.ROOT));
    return introduces ? words.substring(that.end()) : words;
  }
}
