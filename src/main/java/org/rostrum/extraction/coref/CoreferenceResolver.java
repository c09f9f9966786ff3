package org.rostrum.extraction.coref;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;

/**
 * Finds whom "he", "who", "the ministry" and "the senator" stand for: a mention of a name in the same text. A pronoun goes to the
 * one who is spoken of: the last speaker or the last subject that agrees with it; a description to the one name that is printed
 * with it ("the senator", "Sen. Tim Kaine"), and to none where there are several.
 */
public final class CoreferenceResolver {

  /** A pronoun stands for a name no more sentences before it. */
  private static final int FARTHEST = 12;
  /** "It" for a body's name no more. */
  private static final int FARTHEST_BODY = 2;
  private static final String THE = "the ";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,()]+");
  private static final double SPEAKER = 3;
  private static final double SUBJECT = 2;
  private static final double SAME_PARAGRAPH = 1.5;
  /** So many mentions of a name are compared: the longest is among the first. */
  private static final int MOST_LOOKED_AT = 20;
  /** A pronoun stands for one of so many names before it: an ordinary text has no more in so few sentences. */
  private static final int MOST_NEAR = 300;
  /** So many names of a text are remembered, by so many words; what has more is no news article. */
  private static final int MOST_NAMES = 20_000;
  private static final int MOST_WORDS = 50_000;
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

  /** What the text tells of those who have a last name. */
  private static final class Bearer {
    Gender gender = Gender.UNKNOWN;
    boolean person;
    boolean body;
    boolean place;
  }

  /** Whom an office is printed with, by the last name: nobody, one, or several. */
  private static final class Holder {
    String name;
    boolean several;

    void add(String other) {
      several |= name != null && !name.equals(other);
      name = other;
    }
  }

  /** A person's or a body's name where it stands. */
  private static final class Name {
    final CharSpan span;
    final Bearer bearer;
    final int sentence;
    final int passage;
    final boolean subject;
    boolean speaker;

    Name(CharSpan span, Bearer bearer, int sentence, int passage, boolean subject) {
      this.span = span;
      this.bearer = bearer;
      this.sentence = sentence;
      this.passage = passage;
      this.subject = subject;
    }
  }

  /**
   * A source as far as it may stand for somebody: all that is to be known of its sentence, which so need not be kept.
   *
   * @param sentence the sentence's number
   * @param span     where it stands; null for none
   * @param tag      of its main word; null for none
   * @param word     its main word in small letters
   * @param relative what it is said of where it is "who"; null for others
   * @param content  what is told
   */
  public record Source(int passage, int sentence, CharSpan span, PosTag tag, String word, CharSpan relative, List<CharSpan> content) {

    /** The source of an attribution in a sentence that has a number. */
    public static Source of(AttributionBuilder finding, int sentence) {
      return of(finding.passage, sentence, finding.sentence, finding.sourceHead, finding.source, finding.content);
    }

    /** @param head the main word; negative for none */
    public static Source of(int passage, int sentence, ParsedSentence s, int head, CharSpan span, List<CharSpan> content) {
      if (head < 0) {
        return new Source(passage, sentence, span, null, null, null, content);
      }
      PosTag tag = s.tag(head);
      return new Source(passage, sentence, span, tag, s.form(head).toLowerCase(Locale.ROOT), isRelative(tag) ? CoreferenceResolver.relative(s, head) : null, content);
    }

    private static boolean isRelative(PosTag tag) {
      return tag == PosTag.WP || tag == PosTag.WDT;
    }

    public boolean covers(CharSpan other) {
      return CharSpan.covers(content, other);
    }
  }

  private final String text;
  private final Lexicon lexicon;
  /** In the text's order. */
  private final List<Name> names = new ArrayList<>();
  /** Who speaks in a sentence by a pronoun, by the sentence's number. */
  private final Map<Integer, List<Name>> spoken = new HashMap<>();
  /** By each word of the name, the first in the text's order. */
  private final Map<String, List<Name>> byWord = new HashMap<>();
  private final TreeMap<Integer, Name> places = new TreeMap<>();
  private final Map<String, Bearer> bearers = new HashMap<>();
  /** Last names with a word beside them that tells an office, by that word. */
  private final Map<String, Holder> offices = new HashMap<>();

  public CoreferenceResolver(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** Takes the names of a sentence; those of all sentences must have been taken, in order, before the first is asked for. */
  public void collect(ParsedSentence s, List<NameSpan> runs, int number, int passage) {
    for (NameSpan run : runs) {
      if (names.size() == MOST_NAMES) {
        return;
      }
      String surname = s.form(run.last());
      boolean subject = s.relation(run.head()) == NSUBJ || s.relation(run.head()) == NSUBJPASS;
      Name name = new Name(run.phrase(), bearer(surname), number, passage, subject);
      names.add(name);
      places.put(run.phrase().start(), name);
      for (int word = run.first(); word <= run.last(); word++) {
        byWord(s.form(word).toLowerCase(Locale.ROOT), name);
      }
      describe(s, run.first(), run.last(), surname, run.phrase());
    }
  }

  private void byWord(String word, Name name) {
    List<Name> named = byWord.get(word);
    if (named == null && byWord.size() < MOST_WORDS) {
      named = new ArrayList<>(1);
      byWord.put(word, named);
    }
    if (named != null && named.size() < MOST_LOOKED_AT) {
      named.add(name);
    }
  }

  private Bearer bearer(String last) {
    return bearers.computeIfAbsent(last, name -> {
      Bearer bearer = new Bearer();
      bearer.place = lexicon.isPlace(name);
      return bearer;
    });
  }

  private void describe(ParsedSentence s, int first, int last, String surname, CharSpan span) {
    Gender gender = Gender.UNKNOWN;
    for (int word = first; word < last || word == first; word++) {
      Gender told = lexicon.isMale(s.form(word)) ? Gender.MALE : lexicon.isFemale(s.form(word)) ? Gender.FEMALE : Gender.UNKNOWN;
      gender = gender == Gender.UNKNOWN ? told : gender;
    }
    Bearer bearer = bearer(surname);
    boolean person = gender != Gender.UNKNOWN && last > first;
    bearer.body |= last == first && bearer.place;
    for (String word : BETWEEN_WORDS.split(text.substring(span.start(), Math.min(span.end(), span.start() + 200)))) {
      String small = word.toLowerCase(Locale.ROOT);
      if (lexicon.isBody(small) || word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(1))) {
        bearer.body = true;
      }
      if (lexicon.isPerson(small) || small.equals("sen.") || small.equals("rep.") || small.equals("gov.") || small.equals("gen.") || small.equals("dr.")) {
        person = true;
        offices.computeIfAbsent(small, office -> new Holder()).add(surname);
      }
      if (small.equals("mr.") || small.equals("mr") || small.endsWith("sman")) {
        gender = Gender.MALE;
        person = true;
      } else if (small.equals("mrs.") || small.equals("ms.") || small.equals("mrs") || small.equals("ms") || small.endsWith("swoman")) {
        gender = Gender.FEMALE;
        person = true;
      }
    }
    bearer.gender = bearer.gender == Gender.UNKNOWN ? gender : bearer.gender;
    bearer.person |= person;
  }

  /**
   * Whom the source of an attribution stands for, in places of the text; null where it is a name itself, and where nobody is found.
   * Attributions must be asked for in the text's order: each tells the next who is speaking.
   */
  public CharSpan of(Source source) {
    CharSpan found = find(source, 0);
    if (source.span == null) {
      return null;
    }
    CharSpan speaker = found == null ? source.span : found;
    Name name = found != null || source.tag != null && source.tag.isName() ? named(speaker) : null;
    if (name != null && found == null) {
      name.speaker = true;
    } else if (name != null) {
      spoke(name.span, name.bearer, source);
    } else if (found != null || source.tag != null && lexicon.isPerson(source.word)) {
      Bearer described = bearer(text.substring(speaker.start(), speaker.end()));
      described.person = true;
      spoke(speaker, described, source);
    }
    return found;
  }

  /** The name that is in a span, or that has it in itself. */
  private Name named(CharSpan span) {
    Map.Entry<Integer, Name> inside = places.ceilingEntry(span.start());
    if (inside != null && span.contains(inside.getValue().span)) {
      return inside.getValue();
    }
    Map.Entry<Integer, Name> around = places.floorEntry(span.start());
    return around != null && around.getValue().span.contains(span) ? around.getValue() : null;
  }

  /** Whoever spoke by a pronoun is spoken of there as by the name. */
  private void spoke(CharSpan span, Bearer bearer, Source source) {
    Name again = new Name(span, bearer, source.sentence, source.passage, true);
    again.speaker = true;
    spoken.computeIfAbsent(source.sentence, sentence -> new ArrayList<>(1)).add(again);
  }

  /** The names of a sentence and of some before it, the last first. */
  private List<Name> near(int sentence, int farthest) {
    List<Name> near = new ArrayList<>();
    int at = behind(sentence);
    for (int here = sentence; here >= sentence - farthest; here--) {
      List<Name> speakers = spoken.getOrDefault(here, List.of());
      for (int i = speakers.size() - 1; i >= 0 && near.size() < MOST_NEAR; i--) {
        near.add(speakers.get(i));
      }
      while (at > 0 && names.get(at - 1).sentence == here && near.size() < MOST_NEAR) {
        near.add(names.get(--at));
      }
    }
    return near;
  }

  /** How many names stand in a sentence and before it. */
  private int behind(int sentence) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).sentence <= sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whom a pronoun in a sentence that tells of an event stands for, in places of the text; null where it is none or nobody is found.
   * Such a pronoun mostly means the sentence's own subject.
   */
  public CharSpan pronoun(Source source) {
    return source.tag == PosTag.PRP || source.tag == PosTag.WP || source.tag == PosTag.WDT ? find(source, SPEAKER) : null;
  }

  private CharSpan find(Source source, double sameSentence) {
    if (source.tag == null) {
      return null;
    }
    return switch (source.tag) {
      case WP, WDT -> source.relative;
      case PRP -> switch (source.word) {
        case "he", "him" -> person(source, Gender.MALE, sameSentence);
        case "she", "her" -> person(source, Gender.FEMALE, sameSentence);
        case "it" -> body(source);
        default -> null;
      };
      case NN -> described(source);
      default -> null;
    };
  }

  /** What "who" is said of. */
  private static CharSpan relative(ParsedSentence s, int pronoun) {
    int at = pronoun;
    for (int steps = 0; at >= 0 && steps < 6; steps++) {
      if (s.relation(at) == RELCL) {
        return s.head(at) >= 0 ? NounPhraseSpans.noun(s, s.head(at)) : null;
      }
      at = s.head(at);
    }
    boolean aside = pronoun > 1 && s.form(pronoun - 1).equals(",") && s.tag(pronoun - 2).isNoun();
    return aside ? NounPhraseSpans.noun(s, pronoun - 2) : null;
  }

  private CharSpan person(Source source, Gender gender, double sameSentence) {
    int sentence = source.sentence;
    Name best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Name name : near(sentence, FARTHEST)) {
      if (name.sentence == sentence && name.span.start() >= source.span.start() && !name.speaker) {
        continue;
      }
      Gender known = name.bearer.gender;
      boolean person = name.bearer.person;
      if (!person && name.bearer.place) {
        continue;
      }
      boolean speaks = person || name.speaker || name.subject && !name.bearer.body;
      if (known != Gender.UNKNOWN && known != gender || !speaks || source.covers(name.span)) {
        continue;
      }
      double score = (name.speaker ? SPEAKER : 0) - (person ? 0 : name.speaker ? NOT_KNOWN / 2 : NOT_KNOWN) + (name.subject || name.speaker ? SUBJECT : 0)
          + (name.passage == source.passage ? SAME_PARAGRAPH : 0) + (name.sentence == sentence && name.subject ? sameSentence : 0) - DISTANCE * (sentence - name.sentence);
      if (score > most) {
        most = score;
        best = name;
      }
    }
    return best == null ? null : best.span;
  }

  /** The last body that spoke. */
  private CharSpan body(Source source) {
    for (Name name : near(source.sentence, FARTHEST_BODY)) {
      boolean before = name.sentence < source.sentence || name.span.start() < source.span.start();
      if (before && (name.speaker || name.subject) && !name.bearer.person) {
        return name.span;
      }
    }
    return null;
  }

  /** The one name that is printed with the office which a description tells, or the body whose name has the word. */
  private CharSpan described(Source source) {
    String printed = text.substring(source.span.start(), Math.min(source.span.end(), source.span.start() + THE.length())).toLowerCase(Locale.ROOT);
    if (!printed.equals(THE)) {
      return null;
    }
    Holder holder = new Holder();
    for (String office : OFFICES.getOrDefault(source.word, Set.of(source.word))) {
      Holder here = offices.get(office);
      if (here != null) {
        holder.add(here.name);
        holder.several |= here.several;
      }
    }
    String word = !lexicon.isPerson(source.word) ? source.word : holder.name == null || holder.several ? "" : holder.name.toLowerCase(Locale.ROOT);
    Name best = null;
    for (Name name : byWord.getOrDefault(word, List.of())) {
      if (name.span.start() >= source.span.start()) {
        break;
      }
      if (best == null || name.span.end() - name.span.start() > best.span.end() - best.span.start()) {
        best = name;
      }
    }
    return best == null ? null : best.span;
  }
}
