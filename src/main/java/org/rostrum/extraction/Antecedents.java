package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.NSUBJ;
import static org.rostrum.extraction.syntax.Relation.NSUBJPASS;
import static org.rostrum.extraction.syntax.Relation.RELCL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Tag;

/**
 * Finds whom "he", "who", "the ministry" and "the senator" stand for: a mention of a name in the same text. A pronoun goes to the
 * one who is spoken of: the last speaker or the last subject that agrees with it; a description to the one name that is printed
 * with it ("the senator", "Sen. Tim Kaine"), and to none where there are several.
 */
final class Antecedents {

  /** A pronoun stands for a name no more sentences before it. */
  private static final int FARTHEST = 12;
  private static final double SPEAKER = 3;
  private static final double SUBJECT = 2;
  private static final double SAME_PARAGRAPH = 1.5;
  /** So many mentions of a name are compared: the longest is among the first. */
  private static final int MOST_LOOKED_AT = 20;
  /** What it costs that nothing in the text tells that a name is a person's. */
  private static final double NOT_KNOWN = 4;
  /** What a sentence's distance costs. */
  private static final double DISTANCE = 0.8;

  /** Words before a name or beside it that are the same office in a description: "the senator" for "Sen.". */
  private static final Map<String, Set<String>> OFFICES = Map.ofEntries(
      Map.entry("senator", Set.of("sen.", "senator")), Map.entry("governor", Set.of("gov.", "governor")),
      Map.entry("congressman", Set.of("rep.", "representative", "congressman")), Map.entry("congresswoman", Set.of("rep.", "representative", "congresswoman")),
      Map.entry("representative", Set.of("rep.", "representative")), Map.entry("lawmaker", Set.of("rep.", "sen.", "lawmaker", "senator", "congressman", "congresswoman")),
      Map.entry("general", Set.of("gen.", "general")), Map.entry("leader", Set.of("leader", "president", "premier", "chancellor", "king", "emir")),
      Map.entry("premier", Set.of("premier", "minister")), Map.entry("diplomat", Set.of("diplomat", "ambassador", "envoy")),
      Map.entry("spokesman", Set.of("spokesman", "spokesperson")), Map.entry("spokeswoman", Set.of("spokeswoman", "spokesperson")),
      Map.entry("doctor", Set.of("dr.", "doctor")));

  private enum Gender { MALE, FEMALE, UNKNOWN }

  /** A person's or a body's name where it stands. */
  private static final class Name {
    final Span span;
    final String last;
    final int sentence;
    final int passage;
    final boolean subject;
    boolean speaker;

    Name(Span span, String last, int sentence, int passage, boolean subject) {
      this.span = span;
      this.last = last;
      this.sentence = sentence;
      this.passage = passage;
      this.subject = subject;
    }
  }

  private final String text;
  private final Lexicon lexicon;
  private final List<Name> names = new ArrayList<>();
  /** By each word of the name, in the text's order. */
  private final Map<String, List<Name>> byWord = new HashMap<>();
  private final TreeMap<Integer, Name> places = new TreeMap<>();
  private final Map<String, Gender> genders = new HashMap<>();
  private final Set<String> people = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  /** Surnames of names with a word beside them that tells an office, by that word. */
  private final Map<String, Set<String>> offices = new HashMap<>();
  private final Map<Sentence, Integer> numbers = new IdentityHashMap<>();

  Antecedents(String text, List<Passage> passages, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    int number = 0;
    for (int passage = 0; passage < passages.size(); passage++) {
      for (Sentence sentence : passages.get(passage).sentences) {
        numbers.put(sentence, number);
        collect(sentence, number++, passage);
      }
    }
  }

  private void collect(Sentence s, int number, int passage) {
    for (Names.Run run : Names.in(s)) {
      String surname = s.form(run.last());
      boolean subject = s.relation(run.head()) == NSUBJ || s.relation(run.head()) == NSUBJPASS;
      Name name = new Name(run.phrase(), surname, number, passage, subject);
      names.add(name);
      places.put(run.phrase().start(), name);
      for (int word = run.first(); word <= run.last(); word++) {
        byWord.computeIfAbsent(s.form(word).toLowerCase(Locale.ROOT), form -> new ArrayList<>()).add(name);
      }
      describe(s, run.first(), run.last(), surname, run.phrase());
    }
  }

  private void describe(Sentence s, int first, int last, String surname, Span span) {
    Gender gender = Gender.UNKNOWN;
    for (int word = first; word < last || word == first; word++) {
      Gender told = lexicon.isMale(s.form(word)) ? Gender.MALE : lexicon.isFemale(s.form(word)) ? Gender.FEMALE : Gender.UNKNOWN;
      gender = gender == Gender.UNKNOWN ? told : gender;
    }
    boolean person = gender != Gender.UNKNOWN && last > first;
    if (last == first && lexicon.isPlace(surname)) {
      bodies.add(surname);
    }
    for (String word : text.substring(span.start(), Math.min(span.end(), span.start() + 200)).split("[\\s,()]+")) {
      String small = word.toLowerCase(Locale.ROOT);
      if (lexicon.isBody(small) || word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(1))) {
        bodies.add(surname);
      }
      if (lexicon.isPerson(small) || small.equals("sen.") || small.equals("rep.") || small.equals("gov.") || small.equals("gen.") || small.equals("dr.")) {
        person = true;
        offices.computeIfAbsent(small, office -> new HashSet<>()).add(surname);
      }
      if (small.equals("mr.") || small.equals("mr") || small.endsWith("sman")) {
        gender = Gender.MALE;
        person = true;
      } else if (small.equals("mrs.") || small.equals("ms.") || small.equals("mrs") || small.equals("ms") || small.endsWith("swoman")) {
        gender = Gender.FEMALE;
        person = true;
      }
    }
    if (gender != Gender.UNKNOWN) {
      genders.putIfAbsent(surname, gender);
    }
    if (person) {
      people.add(surname);
    }
  }

  /**
   * Whom the source of an attribution stands for, in places of the text; null where it is a name itself, and where nobody is found.
   * Attributions must be asked for in the text's order: each tells the next who is speaking.
   */
  Span of(Finding finding) {
    Span found = find(finding, 0);
    if (finding.source == null) {
      return null;
    }
    Span speaker = found == null ? finding.source : found;
    int at = number(finding);
    int head = finding.sourceHead;
    Name name = found != null || head >= 0 && finding.sentence.tag(head).isName() ? named(speaker) : null;
    if (name != null && found == null) {
      name.speaker = true;
    } else if (name != null) {
      spoke(name, at, finding.passage);
    } else if (found != null || head >= 0 && lexicon.isPerson(finding.sentence.form(head).toLowerCase(Locale.ROOT))) {
      Name described = new Name(speaker, text.substring(speaker.start(), speaker.end()), at, finding.passage, true);
      people.add(described.last);
      spoke(described, at, finding.passage);
    }
    return found;
  }

  /** The name that is in a span, or that has it in itself. */
  private Name named(Span span) {
    Map.Entry<Integer, Name> inside = places.ceilingEntry(span.start());
    if (inside != null && span.contains(inside.getValue().span)) {
      return inside.getValue();
    }
    Map.Entry<Integer, Name> around = places.floorEntry(span.start());
    return around != null && around.getValue().span.contains(span) ? around.getValue() : null;
  }

  /** Whoever spoke by a pronoun is spoken of there as by the name. */
  private void spoke(Name name, int sentence, int passage) {
    Name again = new Name(name.span, name.last, sentence, passage, true);
    again.speaker = true;
    int place = names.size();
    while (place > 0 && names.get(place - 1).sentence > sentence) {
      place--;
    }
    names.add(place, again);
  }

  private int number(Finding finding) {
    return numbers.getOrDefault(finding.sentence, 0);
  }

  /**
   * Whom a pronoun in a sentence that tells of an event stands for, in places of the text; null where it is none or nobody is found.
   * Such a pronoun mostly means the sentence's own subject.
   */
  Span pronoun(Finding finding) {
    int head = finding.sourceHead;
    Tag tag = head < 0 ? Tag.NN : finding.sentence.tag(head);
    return tag == Tag.PRP || tag == Tag.WP || tag == Tag.WDT ? find(finding, SPEAKER) : null;
  }

  private Span find(Finding finding, double sameSentence) {
    Sentence s = finding.sentence;
    int head = finding.sourceHead;
    if (head < 0) {
      return null;
    }
    String word = s.form(head).toLowerCase(Locale.ROOT);
    return switch (s.tag(head)) {
      case WP, WDT -> relative(s, head);
      case PRP -> switch (word) {
        case "he", "him" -> person(finding, Gender.MALE, sameSentence);
        case "she", "her" -> person(finding, Gender.FEMALE, sameSentence);
        case "it" -> body(finding);
        default -> null;
      };
      case NN -> described(s, finding, word);
      default -> null;
    };
  }

  /** What "who" is said of. */
  private static Span relative(Sentence s, int pronoun) {
    int at = pronoun;
    for (int steps = 0; at >= 0 && steps < 6; steps++) {
      if (s.relation(at) == RELCL) {
        return s.head(at) >= 0 ? Phrases.noun(s, s.head(at)) : null;
      }
      at = s.head(at);
    }
    boolean aside = pronoun > 1 && s.form(pronoun - 1).equals(",") && s.tag(pronoun - 2).isNoun();
    return aside ? Phrases.noun(s, pronoun - 2) : null;
  }

  private Span person(Finding finding, Gender gender, double sameSentence) {
    int sentence = number(finding);
    Name best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = names.size() - 1; i >= 0; i--) {
      Name name = names.get(i);
      if (name.sentence > sentence || name.sentence == sentence && name.span.start() >= finding.source.start() && !name.speaker) {
        continue;
      }
      if (sentence - name.sentence > FARTHEST) {
        break;
      }
      Gender known = genders.getOrDefault(name.last, Gender.UNKNOWN);
      boolean person = people.contains(name.last);
      if (!person && lexicon.isPlace(name.last)) {
        continue;
      }
      boolean speaks = person || name.speaker || name.subject && !bodies.contains(name.last);
      if (known != Gender.UNKNOWN && known != gender || !speaks || finding.covers(name.span)) {
        continue;
      }
      double score = (name.speaker ? SPEAKER : 0) - (person ? 0 : name.speaker ? NOT_KNOWN / 2 : NOT_KNOWN) + (name.subject || name.speaker ? SUBJECT : 0) + (name.passage == finding.passage ? SAME_PARAGRAPH : 0)
          + (name.sentence == sentence && name.subject ? sameSentence : 0) - DISTANCE * (sentence - name.sentence);
      if (score > most) {
        most = score;
        best = name;
      }
    }
    return best == null ? null : best.span;
  }

  /** The last body that spoke. */
  private Span body(Finding finding) {
    int sentence = number(finding);
    for (int i = names.size() - 1; i >= 0; i--) {
      Name name = names.get(i);
      if (name.sentence > sentence || name.sentence == sentence && name.span.start() >= finding.source.start()) {
        continue;
      }
      if (sentence - name.sentence > 2) {
        return null;
      }
      if ((name.speaker || name.subject) && !people.contains(name.last)) {
        return name.span;
      }
    }
    return null;
  }

  /** The one name that is printed with the office which a description tells, or the body whose name has the word. */
  private Span described(Sentence s, Finding finding, String noun) {
    String printed = text.substring(finding.source.start(), finding.source.end()).toLowerCase(Locale.ROOT);
    if (!printed.startsWith("the ")) {
      return null;
    }
    Set<String> surnames = new HashSet<>();
    for (String office : OFFICES.getOrDefault(noun, Set.of(noun))) {
      surnames.addAll(offices.getOrDefault(office, Set.of()));
    }
    boolean person = lexicon.isPerson(noun);
    String word = person ? surnames.size() == 1 ? surnames.iterator().next().toLowerCase(Locale.ROOT) : "" : noun;
    Name best = null;
    int looked = 0;
    for (Name name : byWord.getOrDefault(word, List.of())) {
      if (name.span.start() >= finding.source.start() || looked++ == MOST_LOOKED_AT) {
        break;
      }
      if (best == null || name.span.end() - name.span.start() > best.span.end() - best.span.start()) {
        best = name;
      }
    }
    return best == null ? null : best.span;
  }
}
