package org.rostrum.extraction.act;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TsvFile;

/**
 * Tells what somebody does by a statement: what the cue says ("accused", "promised"), and where it says no more than that
 * something was said, what the words themselves do by the patterns in {@code acts.tsv}; where nothing tells, the act is STATE,
 * CAMEO's 010, which claims least. One is made for each article.
 */
public final class SpeechActClassifier {

  /** The words that show the act stand near the beginning, in UTF-16 code units. */
  public static final int LOOKED_AT = 300;
  private static final Pattern BEGINNING = Pattern.compile("^(?:[\\p{P}\\s]|that\\b)+");
  private static final Pattern SILENCE = Pattern.compile("(?i)\\b(?:comment|discuss|say|answer|elaborate|respond|speak|talk|provide details|requests? for comment)\\b");
  private static final Pattern NEGATED = Pattern.compile(".*(?:\\bnot\\b|n['’]t\\b|\\bnever\\b).*");
  private static final Set<String> UNWILLING = Set.of("decline", "refuse");

  private record Rule(SpeechAct act, Pattern pattern) {}

  private static final List<Rule> RULES = TsvFile.read("/extraction/acts.tsv", "act", "pattern").stream()
      .map(row -> new Rule(SpeechAct.valueOf(row.get("act")), Pattern.compile(row.get("pattern"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL))).toList();

  /** The words that were looked at last, and what they do: what one sentence tells by many cues often begins with the same. */
  private String last;
  private SpeechAct lastAct;

  /**
   * The act.
   *
   * @param entry   the cue's; null for "according to" and marks
   * @param cue     the cue's words
   * @param content what was said
   */
  public SpeechAct act(CueLexiconEntry entry, String cue, String content) {
    String said = content.length() > LOOKED_AT ? content.substring(0, LOOKED_AT) : content;
    SpeechAct told = entry == null ? SpeechAct.STATE : entry.act();
    String lemma = entry == null ? "" : entry.lemma();
    boolean negated = NEGATED.matcher(cue.toLowerCase(Locale.ROOT)).matches();
    if ((UNWILLING.contains(lemma) || negated && (lemma.equals("respond") || lemma.equals("answer") || lemma.equals("comment"))) && SILENCE.matcher(said).find()) {
      return SpeechAct.DECLINE_COMMENT;
    }
    if (told != SpeechAct.STATE) {
      return told;
    }
    if (!said.equals(last)) {
      lastAct = byWords(said);
      last = said;
    }
    return lastAct;
  }

  private static SpeechAct byWords(String said) {
    String words = BEGINNING.matcher(said).replaceFirst("");
    for (Rule rule : RULES) {
      if (rule.pattern.matcher(words).find()) {
        return rule.act;
      }
    }
    return SpeechAct.STATE;
  }
}
