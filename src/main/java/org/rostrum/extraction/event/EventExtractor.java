package org.rostrum.extraction.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rostrum.extraction.lexicon.Inflector;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.graph.value.EventType;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import org.rostrum.graph.value.TsvFile;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.UNMARKED;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

/**
 * Finds what a sentence tells to have happened or to be going to, by the words in {@code events.tsv}: who does it, to whom or with
 * whom, and where. What only may happen, and what did not, is left out.
 */
public final class EventExtractor {

  private static final Set<String> UNREAL = Set.of("may", "might", "could", "would", "should", "can", "must", "cannot");
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "no", "without", "neither");
  /** Verbs that leave open whether what hangs on them comes true. */
  private static final Set<String> WISHES = Set.of("want", "wants", "wanted", "refuse", "refused", "refuses", "hope", "hopes", "hoped", "seek", "seeks", "sought",
      "try", "tried", "tries", "urge", "urged", "urges", "ask", "asked", "asks", "demand", "demanded", "demands", "consider", "considered", "considering",
      "threaten", "threatened", "threatens", "threatening", "decide", "decided", "decides", "willing", "ready", "prepared", "able", "offer", "offered", "offers", "propose", "proposed", "proposes",
      "call", "called", "calls", "suggest", "suggested", "fail", "failed", "fails", "decline", "declined", "declines", "invite", "invited");
  /** Verbs by which what hangs on them does not come about. */
  private static final Set<String> UNDONE = Set.of("suspended", "suspends", "cancelled", "canceled", "postponed", "rejected", "rejects", "refused", "opposed", "ruled",
      "delayed", "halted", "demanded", "demands", "wants", "wanted", "proposed", "proposes", "urged", "seek", "sought", "seeks", "avoided", "avoid", "prevent", "prevented");
  private static final Set<String> WHERE = Set.of("in", "at", "near", "outside", "to", "into", "across", "on");
  /** How far up a tree is looked for what makes a verb unreal, and for whom a noun's event belongs to. */
  private static final int HIGHEST = 4;
  private static final int MOST_SIDES = 6;
  /** A place is told no more words behind an event's word. */
  private static final int PLACE_SOON = 14;

  private record Entry(EventType type, boolean verb, Set<String> sides, Pattern object, String name) {}

  /** What is found in a sentence, by its words. */
  public record Event(EventType type, String name, int trigger, List<Integer> sources, List<Integer> targets, int place, boolean future) {}

  private final Map<String, List<Entry>> verbs = new HashMap<>();
  private final Map<String, List<Entry>> nouns = new HashMap<>();

  public EventExtractor() {
    Inflector inflections = new Inflector();
    for (TsvFile.Row row : TsvFile.read("/extraction/events.tsv", "type", "word class", "words", "sides", "object", "name")) {
      boolean verb = row.get("word class").equals("V");
      String object = row.get("object");
      Entry entry = new Entry(EventType.valueOf(row.get("type")), verb, Set.of(row.get("sides").split(",")),
          object.equals("-") ? null : Pattern.compile(object, verb && object.startsWith("\\b") ? Pattern.CASE_INSENSITIVE : 0), row.get("name"));
      for (String word : row.get("words").split(",")) {
        for (String form : verb ? inflections.verb(word) : List.of(word, Inflector.plural(word))) {
          (verb ? verbs : nouns).computeIfAbsent(form, any -> new ArrayList<>()).add(entry);
        }
      }
    }
  }

  public List<Event> in(ParsedSentence s) {
    List<Event> found = new ArrayList<>();
    for (int at = 0; at < s.size(); at++) {
      String word = s.form(at).toLowerCase(Locale.ROOT);
      List<Entry> entries = s.tag(at).isVerb() ? verbs.get(word) : s.tag(at) == PosTag.NN || s.tag(at) == PosTag.NNS ? nouns.get(word) : null;
      if (entries == null) {
        continue;
      }
      for (Entry entry : entries) {
        Event event = entry.verb ? verb(s, at, entry) : noun(s, at, entry);
        if (event != null) {
          found.add(event);
          break;
        }
      }
    }
    return found;
  }

  private Event verb(ParsedSentence s, int v, Entry entry) {
    if (isUnreal(s, v)) {
      return null;
    }
    boolean passive = NounPhraseSpans.isPassive(s, v);
    int object = passive ? s.child(v, NSUBJPASS) : s.child(v, OBJ);
    if (object < 0 && !passive && v + 1 < s.size()) {
      object = NounPhraseSpans.first(s, v + 1);
    }
    if (entry.name.equals("Call") && s.child(v, XCOMP) >= 0) {
      // "called him a liar"
      return null;
    }
    if (entry.object != null && (object < 0 || !entry.object.matcher(words(s, object)).find())) {
      return null;
    }
    boolean bare = s.tag(v) == PosTag.VBN && !passive && s.child(v, AUX) < 0;
    if (bare && (hasFiniteVerb(s) || v == 0 || !s.tag(v - 1).isNoun())) {
      // "the town occupied by …" tells what is known of the town.
      return null;
    }
    List<Integer> sources = new ArrayList<>();
    with(s, sources, passive ? s.child(v, AGENT) : bare ? v - 1 : doer(s, v));
    for (int child = s.firstChild(v); child >= 0 && child < v && !passive; child = s.nextSibling(child)) {
      // "The government and the front signed": the parser may take each for a subject.
      if (s.relation(child) == DependencyRelation.NSUBJ && s.tag(child).isNoun() && !sources.isEmpty() && s.tag(sources.get(0)).isNoun()) {
        with(s, sources, child);
      }
    }
    List<Integer> targets = new ArrayList<>();
    if (entry.sides.contains("O")) {
      with(s, targets, object);
      with(s, targets, s.child(v, DependencyRelation.IOBJ));
    }
    int place = -1;
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      place = side(s, child, entry, targets, place);
    }
    with(s, targets, behind(s, v, entry));
    if (object >= 0) {
      for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
        place = side(s, child, entry, targets, place);
      }
      if (entry.type == EventType.CONSULT && entry.name.equals("Visit") && !passive) {
        place = object;
      }
    }
    place = place < 0 ? placeBehind(s, v) : place;
    boolean alone = entry.type == EventType.CONSULT && targets.isEmpty() && place < 0 && sources.size() < 2;
    if (alone || sources.isEmpty() && targets.isEmpty()) {
      return null;
    }
    return new Event(entry.type, entry.name, v, sources, targets, place, isFuture(s, v));
  }

  private Event noun(ParsedSentence s, int n, Entry entry) {
    List<Integer> sources = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    with(s, sources, s.child(n, POSS));
    int place = -1;
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      if (s.relation(child) == NMOD && preposition(s, child).equals("by")) {
        with(s, sources, child);
      } else {
        place = side(s, child, entry, targets, place);
      }
      boolean modifier = s.relation(child) == DependencyRelation.AMOD || s.relation(child) == DependencyRelation.COMPOUND;
      if (modifier && entry.type != EventType.CONSULT && (s.tag(child) == PosTag.JJ || s.tag(child).isName()) && Character.isUpperCase(s.form(child).charAt(0))) {
        sources.add(child);
      }
    }
    with(s, targets, behind(s, n, entry));
    int verb = governor(s, n);
    if (verb >= 0 && entry.type == EventType.CONSULT && targets.isEmpty() && s.tag(s.head(n)).isName()) {
      // "told Waltz in a call": the parser may hang the call on either.
      with(s, targets, s.head(n));
    }
    if (verb >= 0 && entry.type == EventType.CONSULT && targets.isEmpty() && s.relation(n) == OBL && isNamed(s, s.child(verb, OBJ))) {
      with(s, targets, s.child(verb, OBJ));
    }
    if (verb >= 0) {
      if (isUnreal(s, verb)) {
        return null;
      }
      if (sources.isEmpty() && entry.type == EventType.CONSULT) {
        with(s, sources, doer(s, verb));
      }
      for (int child = s.firstChild(verb); child >= 0 && s.relation(n) == OBL; child = s.nextSibling(child)) {
        if (place < 0 && child > n && s.relation(child) == OBL && WHERE.contains(preposition(s, child)) && s.tag(child).isName()) {
          place = child;
        }
      }
    }
    if (sources.isEmpty() && targets.isEmpty()) {
      return null;
    }
    return new Event(entry.type, entry.name, n, sources, targets, place, verb >= 0 && isFuture(s, verb));
  }

  /** Who does what a verb tells: its subject, else that of the verbs it hangs on: "is expected to meet". */
  private static int doer(ParsedSentence s, int verb) {
    int subject = NounPhraseSpans.subject(s, verb);
    int at = verb;
    for (int steps = 0; subject < 0 && at >= 0 && steps < HIGHEST; steps++) {
      subject = s.child(at, DependencyRelation.NSUBJ) >= 0 ? s.child(at, DependencyRelation.NSUBJ) : s.child(at, NSUBJPASS);
      at = s.relation(at) == XCOMP || s.relation(at) == CONJ || s.relation(at) == ADVCL ? s.head(at) : -1;
    }
    return subject >= 0 || s.tag(verb) == PosTag.VBN ? subject : NounPhraseSpans.before(s, verb);
  }

  /** The noun behind an event's word and a preposition that leads to the other side, wherever the parser hangs it; -1 for none. */
  private static int behind(ParsedSentence s, int word, Entry entry) {
    boolean leads = word + 2 < s.size() && entry.sides.contains(s.form(word + 1).toLowerCase(Locale.ROOT));
    int noun = leads ? NounPhraseSpans.first(s, word + 2) : -1;
    if (noun < 0 || TimeExpressionResolver.isDay(s.form(noun))) {
      return -1;
    }
    for (int up = s.head(noun); up > word + 1 && s.tag(up).isNoun(); up = s.head(noun)) {
      noun = up;
    }
    return noun;
  }

  /** A sentence without a finite verb has one that was taken for a participle. */
  private static boolean hasFiniteVerb(ParsedSentence s) {
    for (int at = 0; at < s.size(); at++) {
      if (s.tag(at).isFinite()) {
        return true;
      }
    }
    return false;
  }

  /** A name behind "in" or "at" soon after an event's word, wherever the parser hangs it; -1 for none. */
  private static int placeBehind(ParsedSentence s, int word) {
    for (int at = word + 1; at + 1 < s.size() && at < word + PLACE_SOON; at++) {
      boolean ends = s.form(at).equals(",") || s.form(at).equals(";");
      boolean leads = s.form(at).equals("in") || s.form(at).equals("at");
      if (ends || s.tag(at).isFinite()) {
        return -1;
      }
      if (leads && s.tag(at + 1).isName() && !TimeExpressionResolver.isDay(s.form(at + 1)) && !TimeExpressionResolver.isMonth(s.form(at + 1))) {
        int last = at + 1;
        while (last + 1 < s.size() && s.tag(last + 1).isName()) {
          last++;
        }
        return last;
      }
    }
    return -1;
  }

  /** The verb on which a noun hangs as an object or as where or when something is done; -1 for none. */
  private static int governor(ParsedSentence s, int n) {
    int at = n;
    for (int steps = 0; steps < HIGHEST && s.head(at) >= 0; steps++) {
      DependencyRelation relation = s.relation(at);
      if (relation != OBL && relation != OBJ && relation != NMOD && relation != CONJ && relation != UNMARKED && relation != ADVCL) {
        return -1;
      }
      at = s.head(at);
      if (s.tag(at).isVerb()) {
        return at;
      }
    }
    return -1;
  }

  /** Takes what hangs on an event's word for another side of it or for its place; gives the place. */
  private static int side(ParsedSentence s, int child, Entry entry, List<Integer> targets, int place) {
    if (s.relation(child) != OBL && s.relation(child) != NMOD) {
      return place;
    }
    String preposition = preposition(s, child);
    boolean side = entry.sides.contains(preposition);
    if (side && !TimeExpressionResolver.isDay(s.form(child))) {
      with(s, targets, child);
    }
    boolean where = !side && WHERE.contains(preposition) && isNamed(s, child) && !TimeExpressionResolver.isDay(s.form(child)) && s.tag(child) != PosTag.CD;
    return where && place < 0 ? child : place;
  }

  private static boolean isNamed(ParsedSentence s, int noun) {
    return noun >= 0 && (s.tag(noun).isName() || hasName(s, noun));
  }

  private static boolean hasName(ParsedSentence s, int noun) {
    for (int child = s.firstChild(noun); child >= 0; child = s.nextSibling(child)) {
      if (s.tag(child).isName() && !TimeExpressionResolver.isDay(s.form(child))) {
        return true;
      }
    }
    return false;
  }

  private static String preposition(ParsedSentence s, int noun) {
    int preposition = s.child(noun, CASE);
    return preposition < 0 || preposition > noun ? "" : s.form(preposition).toLowerCase(Locale.ROOT);
  }

  /** Adds a noun and those that stand beside it. */
  private static void with(ParsedSentence s, List<Integer> sides, int noun) {
    if (noun < 0 || sides.contains(noun)) {
      return;
    }
    sides.add(noun);
    for (int child = s.firstChild(noun); child >= 0 && sides.size() < MOST_SIDES; child = s.nextSibling(child)) {
      if (s.relation(child) == CONJ && s.tag(child).isNoun()) {
        sides.add(child);
      }
    }
  }

  /** Where a noun's phrase goes, without those that stand beside it. */
  public static CharSpan phrase(ParsedSentence s, int noun) {
    CharSpan whole = NounPhraseSpans.noun(s, noun);
    for (int child = s.firstChild(noun); child >= 0; child = s.nextSibling(child)) {
      boolean ends = s.relation(child) == CONJ || s.relation(child) == DependencyRelation.ACL || s.relation(child) == DependencyRelation.RELCL;
      if (child > noun && ends && s.left(child) > noun) {
        int last = s.left(child) - 1;
        return last <= noun ? new CharSpan(Math.min(whole.start(), s.start(noun)), s.end(noun)) : new CharSpan(whole.start(), Math.min(whole.end(), NounPhraseSpans.span(s, noun, last).end()));
      }
    }
    return whole;
  }

  private static String words(ParsedSentence s, int noun) {
    StringBuilder words = new StringBuilder();
    for (int at = s.left(noun); at <= s.right(noun) && words.length() < 200; at++) {
      words.append(s.form(at)).append(' ');
    }
    return words.toString();
  }

  private static boolean isUnreal(ParsedSentence s, int verb) {
    int at = verb;
    for (int steps = 0; at >= 0 && steps < HIGHEST; steps++) {
      for (int child = s.firstChild(at); child >= 0; child = s.nextSibling(child)) {
        String form = s.form(child).toLowerCase(Locale.ROOT);
        boolean unreal = s.relation(child) == AUX && UNREAL.contains(form) || s.relation(child) == ADVMOD && NEGATIONS.contains(form)
            || s.relation(child) == MARK && child < at && (form.equals("if") || form.equals("unless") || form.equals("whether"));
        if (unreal) {
          return true;
        }
      }
      String word = s.form(at).toLowerCase(Locale.ROOT);
      if (steps > 0 && WISHES.contains(word) || at == verb && UNDONE.contains(word)) {
        return true;
      }
      DependencyRelation relation = s.relation(at);
      at = relation == XCOMP || relation == CONJ || relation == DependencyRelation.ACL && s.tag(at) == PosTag.VB ? s.head(at) : -1;
    }
    return false;
  }

  private static boolean isFuture(ParsedSentence s, int verb) {
    int at = verb;
    for (int steps = 0; at >= 0 && steps < HIGHEST; steps++) {
      for (int child = s.firstChild(at); child >= 0; child = s.nextSibling(child)) {
        if (s.relation(child) == AUX && (s.form(child).equals("will") || s.form(child).equals("’ll") || s.form(child).equals("'ll"))) {
          return true;
        }
      }
      String word = s.form(at).toLowerCase(Locale.ROOT);
      if (steps > 0 && (word.equals("expected") || word.equals("due") || word.equals("set") || word.equals("scheduled") || word.equals("plans") || word.equals("planned"))) {
        return true;
      }
      at = s.relation(at) == XCOMP || s.relation(at) == CONJ ? s.head(at) : -1;
    }
    return false;
  }
}
