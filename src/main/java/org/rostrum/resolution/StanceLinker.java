package org.rostrum.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.StanceCue;
import org.rostrum.extraction.result.Statement;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.Stemmer;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.Resolution.Stance;

/**
 * Finds how the statements of an article stand to each other, by the text's own words: "in response to Putin's statement" goes to
 * what Putin said before, "rejected the proposal" to what was said of it.
 */
final class StanceLinker {

  private static final Pattern WHOSE = Pattern.compile("^\\s*(?:(?:the|a|an|remarks|comments|statements?|claims?|criticism|allegations?|accusations?|warnings?|threats?|calls?|questions?) (?:by|from|of) )?"
      + "(?:\\p{Ll}+ ){0,3}?(?<name>(?:\\p{Lu}[\\p{L}’'.-]*)(?: \\p{Lu}[\\p{L}’'.-]*){0,3})");
  /** "the German minister's remarks" */
  private static final Pattern DESCRIBED_BY = Pattern.compile("^\\s*(?<who>the (?:[\\p{L}-]+ ){0,4}?[\\p{L}-]+)[’']s\\s");
  /** "the remarks by Abiy" */
  private static final Pattern BY = Pattern.compile("^\\s*(?:the |a |an |that |this )?(?:\\p{Ll}+ ){0,2}(?:by|from|of) (?<name>\\p{Lu}[\\p{L}’'.-]*(?: \\p{Lu}[\\p{L}’'.-]*){0,3})");
  /** What may be said of any statement. */
  private static final Pattern ANY = Pattern.compile("(?:accusation|claim|charge|allegation|remark|comment|statement|criticism|suggestion|assertion|word|warning|threat|report)s?");
  private static final Pattern WHAT = Pattern.compile("^\\s*(?:the|that|this|those|these|\\p{Lu}\\w+[’']s|his|her|their|its)?\\s*(?:\\p{L}+ )?(?<noun>\\p{Ll}{4,})");
  /** So many statements back are looked at. */
  private static final int FARTHEST = 40;
  /** "The accusation" is one of the statements right before. */
  private static final int NEAREST = 2;
  private static final double NAMED = 0.7;
  private static final double DESCRIBED = 0.5;
  /** From here on the words of two statements tell that the one is about the other. */
  private static final double OVERLAP = 0.3;
  /** Answers to a post go to what was written. */
  private static final Pattern POST = Pattern.compile("\\b(?:post|tweet|message|letter|statement on (?:X|Twitter|Telegram|Truth Social))\\b");
  private static final Pattern WRITTEN = Pattern.compile("\\b(?:wrote|writes|written|writing|posted|posting|tweeted|tweeting)\\b");

  private final MentionResolver cast;
  private final List<Statement> statements;
  private final List<LinkedMention> speakers;
  private final StopSignal stop;
  /** The words of the statements that are compared, by their number: of no more than may be compared with the next. */
  private final Map<Integer, Set<String>> words = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Set<String>> eldest) {
      return size() > 2 * FARTHEST;
    }
  };

  StanceLinker(MentionResolver cast, List<Statement> statements, List<LinkedMention> speakers, StopSignal stop) {
    this.stop = stop;
    this.cast = cast;
    this.statements = statements;
    this.speakers = speakers;
  }

  List<Stance> find() {
    List<Stance> found = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      stop.check();
      StanceCue answer = statements.get(i).answer();
      Stance stance = answer == null ? null : stance(i, answer);
      if (stance != null) {
        found.add(stance);
      }
    }
    return found;
  }

  private Stance stance(int from, StanceCue answer) {
    LinkType type = answer.stance();
    UUID speaker = actor(from);
    UUID whose = whose(answer);
    if (whose != null) {
      int to = whose.equals(speaker) ? -1 : of(whose, from, POST.matcher(answer.to()).find());
      return to < 0 ? null : new Stance(from, to, type, NAMED);
    }
    if (answer.stance() == LinkType.REPLIES_TO) {
      return null;
    }
    int to = about(answer, from, speaker);
    return to < 0 ? null : new Stance(from, to, type, DESCRIBED);
  }

  private UUID actor(int statement) {
    return LinkedMention.actorOf(speakers.get(statement));
  }

  /** Whose statement is answered: the actor whose name follows the words that tell it. */
  private UUID whose(StanceCue answer) {
    Matcher described = DESCRIBED_BY.matcher(answer.to());
    UUID actor = described.find() ? cast.actor(described.group("who"), answer.words().end()) : null;
    if (actor != null) {
      return actor;
    }
    Matcher by = BY.matcher(answer.to());
    actor = by.find() ? cast.actor(by.group("name"), answer.words().end()) : null;
    if (actor != null) {
      return actor;
    }
    Matcher matcher = WHOSE.matcher(answer.to());
    return matcher.find() ? cast.actor(ParsedMention.withoutEnding(matcher.group("name")), answer.words().end()) : null;
  }

  /** What an actor said before: what has words in common with the answer, else the first quotation of the last time that the actor spoke. */
  private int of(UUID actor, int from, boolean post) {
    int best = -1;
    double most = OVERLAP;
    int run = -1;
    boolean interrupted = false;
    for (int i = from - 1; i >= 0 && i >= from - FARTHEST; i--) {
      if (!actor.equals(actor(i))) {
        interrupted |= run >= 0 && actor(i) != null;
        continue;
      }
      if (post && WRITTEN.matcher(statements.get(i).cue().text()).find()) {
        return i;
      }
      double overlap = overlap(i, from);
      if (overlap > most) {
        most = overlap;
        best = i;
      }
      boolean direct = statements.get(i).kind() == ClaimKind.DIRECT;
      if (!interrupted && (run < 0 || direct || statements.get(run).kind() != ClaimKind.DIRECT)) {
        run = i;
      }
    }
    return best >= 0 ? best : run;
  }

  /** The last statement of somebody else that has the noun which the words lead to: "the proposal". */
  private int about(StanceCue answer, int from, UUID speaker) {
    Matcher what = WHAT.matcher(answer.to());
    if (!what.find()) {
      return -1;
    }
    String noun = TextNormalizer.key(what.group("noun"));
    for (int i = from - 1; i >= 0 && i >= from - FARTHEST; i--) {
      UUID other = actor(i);
      boolean any = ANY.matcher(noun).matches() && from - i <= NEAREST;
      if (other != null && !other.equals(speaker) && (any || words(i).contains(Stemmer.stem(noun)))) {
        return i;
      }
    }
    return -1;
  }

  private double overlap(int one, int other) {
    Set<String> these = words(one);
    Set<String> those = words(other);
    Set<String> both = new HashSet<>(these);
    both.retainAll(those);
    return these.isEmpty() || those.isEmpty() ? 0 : (double) both.size() / Math.min(these.size(), those.size());
  }

  private Set<String> words(int statement) {
    Set<String> known = words.get(statement);
    if (known == null) {
      stop.check();
      known = words(statements.get(statement));
      words.put(statement, known);
    }
    return known;
  }

  private static Set<String> words(Statement statement) {
    Set<String> words = new HashSet<>();
    for (Mention part : statement.content()) {
      for (String word : ParsedMention.words(part.text())) {
        // Names are what many statements of an article have in common.
        if (word.length() > 4 && !ParsedMention.isCapitalised(word)) {
          words.add(Stemmer.stem(TextNormalizer.key(word)));
        }
      }
    }
    return words;
  }
}
