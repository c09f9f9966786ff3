package org.rostrum.resolution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.graph.value.TextNormalizer;

/**
 * A mention taken apart: "Putin’s foreign policy adviser Yuri Ushakov" has the name "Yuri Ushakov", the office of an adviser, the
 * owner "Putin"; "the Polish president" has an office and a place.
 *
 * @param core       the mention before its first comma, without an article
 * @param name       the words of a person's name, or of another name that stands alone; none for a description
 * @param offices    the kinds of office that are told beside the name or instead of it
 * @param names      the names outside of the person's own that may be places or bodies, as they are compared
 * @param owner      whose the person is said to be ("Putin’s adviser", "a spokesman for Putin"), or null
 * @param post       the words that tell the post, or null
 * @param indefinite whether it names nobody in particular
 * @param former     whether the office is said to be held no more
 * @param several    whether it names several
 * @param owned      whether it is somebody's: "his spokesman"
 */
record ParsedMention(
    String core, List<String> name, Set<String> offices, Set<String> names, String owner, String post,
    boolean indefinite, boolean former, boolean several, boolean owned) {

  /** Longer mentions are cut: what is behind tells nothing of who is meant. */
  static final int LONGEST = 300;
  /** Names of places and bodies have no more words. */
  static final int LONGEST_NAME = 6;
  private static final int LONGEST_PERSON = 5;
  private static final Set<String> OWNERS = Set.of("his", "her");
  /** What is behind them is no name of the person. */
  private static final Set<String> LINKS = Set.of("of", "for", "in", "at", "to", "from", "near", "on", "with", "by");
  /** The types of characters that words are made of: letters, the marks on them, numbers. */
  private static final int IN_WORDS = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER | 1 << Character.TITLECASE_LETTER
      | 1 << Character.MODIFIER_LETTER | 1 << Character.OTHER_LETTER | 1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK
      | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;
  private static final Pattern ASIDE = Pattern.compile("\\s(?:who|whom|whose|which|that|where|when)\\s|\\s[–—-]\\s|[(;:]");
  private static final Pattern WHERE = Pattern.compile("(?<before>\\p{Lu}[\\p{L}’'.-]*)(?<gap>\\s)(?:in|on|at|after|during|before|near|over|amid)\\s");
  private static final String DAY_NAMES = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
      + "|September|October|November|December)";
  private static final Pattern DAY = Pattern.compile(DAY_NAMES);
  /** When something was said is no part of the post, though a parser may take it for one: "the mayor of Kharkiv, on Monday". */
  private static final Pattern WHEN = Pattern.compile("[,\\s]+(?:on|in|late|early|last|this)\\s(?:on\\s)?" + DAY_NAMES + "\\b.*");
  /** Where somebody is sent or is tells not for whom: "the US ambassador in Manila". */
  private static final Pattern THERE = Pattern.compile("\\b(?:in|to|at|near|with|against|about)\\s.*");
  /** Who is somebody's holds not that one's office: "the sister of the North Korean leader". */
  static final Pattern RELATIVE = Pattern.compile("(?i)\\b(?:sister|brother|wife|husband|widow|son|daughter|mother|father|uncle|aunt|nephew|cousin|ally|rival|critic|opponent|friend|successor|predecessor|supporter|protégé|protege|challenger|lawyer) (?:of|to|and)\\b.*");
  private static final Pattern TO_WHOM = Pattern.compile("\\b(?:for|to)\\b.*");
  private static final Pattern ARTICLE_PREFIX = Pattern.compile("^(?:al|el|as|ash|an|ad|ar|at|az|bin)-(?=\\p{Lu})");
  private static final Pattern SERVES = Pattern.compile("(?i)spokes(?:man|woman|person)|secretary|advis[eo]r|aide|envoy|lawyer|deputy|assistant");
  private static final Set<String> PARTICLES = Set.of("von", "der", "den", "van", "de", "da", "do", "dos", "la", "le", "el", "al", "bin", "bint", "ibn", "del", "di", "ter");
  private static final Pattern ARTICLE = Pattern.compile("^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) ");
  private static final Pattern AGE = Pattern.compile("^\\d{1,3}, (?:an? )?");
  private static final Pattern FOR = Pattern.compile("\\b(?:spokes(?:man|woman|person)|press secretary|adviser|advisor|aide|envoy|lawyer|deputy) (?:for|to|of) (?<owner>\\p{Lu}.*)");
  private static final Pattern POST = Pattern.compile("(?i)\\b(?:president|minister|premier|chancellor|secretary|governor|mayor|senator|lawmaker|congress(?:man|woman)|mp|ambassador|envoy|"
      + "diplomat|negotiator|mediator|spokes(?:man|woman|person)|advis[eo]r|aide|chief|head|leader|commander|general|colonel|major|captain|admiral|officer|official|"
      + "director|chair(?:man|woman|person)?|professor|analyst|expert|researcher|fellow|economist|historian|activist|journalist|judge|prosecutor|lawyer|"
      + "representative|commissioner|coordinator|member|deputy|king|queen|prince|emir|patriarch|bishop|cardinal|imam|founder|coordinator|organi[sz]er|doctor|teacher|"
      + "worker|farmer|fisherman|engineer|scientist|manager|executive|reporter|author|soldier|student|resident|candidate|speaker|delegate|monitor|inspector|counterpart)s?\\b");

  static ParsedMention of(String mention, Predicate<String> isPlace) {
    if (mention.indexOf(' ') < 0 && mention.length() < LONGEST && isWord(mention)) {
      return single(mention);
    }
    String text = mention.length() > LONGEST ? mention.substring(0, LONGEST) : mention;
    Matcher aside = ASIDE.matcher(text);
    text = (aside.find() && aside.start() > 0 ? text.substring(0, aside.start()) : text).strip();
    int comma = text.indexOf(", ");
    String head = comma < 0 ? text : text.substring(0, comma);
    String behind = comma < 0 ? "" : text.substring(comma + 2);
    if (!behind.isEmpty() && (DAY.matcher(head).matches() || isPlace.test(TextNormalizer.key(head)) && Character.isUpperCase(behind.charAt(0)))) {
      // "In Washington, State Department spokesman …": a parser may take the place for a part of the name.
      return of(behind, isPlace);
    }
    head = withoutWhere(head);
    List<String> words = words(head);
    int from = nameStart(words, isPlace);
    if (from == words.size() && !behind.isEmpty()) {
      // "the president of Poland, Andrzej Duda"
      List<String> after = words(behind);
      int name = after.isEmpty() || !isCapitalised(after.get(0)) ? after.size() : nameStart(after, isPlace);
      boolean whole = after.size() - name > 1 && after.size() - name <= LONGEST_PERSON && after.subList(0, Math.min(name, after.size())).stream().allMatch(MentionLexicon::isTitle);
      if (whole) {
        return of(after, words, name, words.size(), head, "");
      }
    }
    return of(words, words, from, from, head, behind);
  }

  private static boolean isWord(String mention) {
    return !mention.isEmpty() && mention.chars().allMatch(c -> Character.isLetter(c) || c == '-');
  }

  /** What a single word tells: it is a name, or the word for somebody. */
  private static ParsedMention single(String word) {
    boolean name = isCapitalised(word) && !MentionLexicon.isTitle(word) && !word.equals("The");
    Set<String> offices = name ? Set.of() : OfficeClassifier.of(word);
    return new ParsedMention(word, name ? List.of(word) : List.of(), offices, name || !isCapitalised(word) ? Set.of() : Set.of(TextNormalizer.key(word)), null,
        name ? null : post(word, ""), false, false, false, OWNERS.contains(TextNormalizer.key(word)));
  }

  /** Without what tells where or when: "President Ilham Aliyev in Munich". */
  private static String withoutWhere(String head) {
    Matcher where = WHERE.matcher(head);
    while (where.find()) {
      if (!MentionLexicon.isBody(where.group("before"))) {
        return head.substring(0, where.start("gap"));
      }
    }
    return head;
  }

  private static ParsedMention of(List<String> named, List<String> described, int from, int to, String head, String behind) {
    List<String> name = named.subList(from, named.size()).stream().map(ParsedMention::withoutEnding).toList();
    List<String> before = described.subList(0, to);
    boolean article = !before.isEmpty() && (before.get(0).equalsIgnoreCase("the"));
    String core = article ? head.substring(Math.min(head.length(), 4)) : head;
    int possessive = owner(before);
    Matcher agent = FOR.matcher(head + (behind.isEmpty() ? "" : ", " + behind));
    String owner = possessive >= 0 ? String.join(" ", before.subList(0, possessive + 1)) : agent.find() ? agent.group("owner") : null;
    String told = String.join(" ", before.subList(possessive + 1, before.size()));
    Set<String> offices = new LinkedHashSet<>(OfficeClassifier.of(told));
    offices.addAll(OfficeClassifier.of(own(behind)));
    Set<String> names = new LinkedHashSet<>();
    ngrams(words(THERE.matcher(String.join(" ", before)).replaceFirst("")), names);
    ngrams(words(THERE.matcher(behind).replaceFirst("")), names);
    boolean indefinite = !before.isEmpty() && MentionLexicon.isIndefinite(before.get(0));
    boolean former = before.stream().anyMatch(MentionLexicon::isFormer) || words(behind).stream().limit(3).anyMatch(MentionLexicon::isFormer);
    return new ParsedMention(core, name, offices, names, owner == null ? null : withoutEnding(owner), post(told, behind),
        indefinite, former, several(described, to), !before.isEmpty() && OWNERS.contains(TextNormalizer.key(before.get(0))));
  }

  /** What an appositive says of the person itself. */
  private static String own(String behind) {
    return behind.isEmpty() ? "" : TO_WHOM.matcher(RELATIVE.matcher(behind).replaceFirst("")).replaceFirst("");
  }

  private static String post(String before, String told) {
    if (before.isEmpty() && told.isEmpty()) {
      return null;
    }
    String behind = RELATIVE.matcher(told).replaceFirst("");
    Matcher relative = RELATIVE.matcher(told);
    String words = POST.matcher(before).find() ? before : POST.matcher(behind).find() ? behind : relative.find() ? relative.group() : null;
    return words == null ? null : WHEN.matcher(AGE.matcher(ARTICLE.matcher(words).replaceFirst("")).replaceFirst("")).replaceFirst("").strip();
  }

  /** Whether another person is named before the name: "Merkel and Macron". */
  private static boolean several(List<String> words, int to) {
    for (int at = 1; at < to; at++) {
      boolean joins = words.get(at).equals("and") || words.get(at).equals("or");
      String before = words.get(at - 1);
      if (joins && isCapitalised(before) && !MentionLexicon.isTitle(before) && to < words.size()) {
        return true;
      }
    }
    return false;
  }

  /** Where the owner ends: the last word with a possessive's ending, before other words; -1 for none. */
  private static int owner(List<String> before) {
    for (int at = before.size() - 1; at >= 0; at--) {
      String word = before.get(at);
      if (isPossessive(word) && isCapitalised(word)) {
        return at;
      }
    }
    return -1;
  }

  /** Where the name begins, which goes on to the end; the number of words where there is none. */
  private static int nameStart(List<String> words, Predicate<String> isPlace) {
    int from = words.size();
    int least = !words.isEmpty() && words.get(0).equals("The") ? 1 : 0;
    while (from > least && (isCapitalised(words.get(from - 1)) || isParticle(words, from - 1)) && (from == words.size() || !isPossessive(words.get(from - 1)))) {
      from--;
    }
    int title = -1;
    for (int at = from; at < words.size(); at++) {
      if (MentionLexicon.isTitle(words.get(at))) {
        title = at;
      }
    }
    if (from > 1 && (words.get(from - 1).equals("for") || words.get(from - 1).equals("to")) && SERVES.matcher(words.get(from - 2)).matches()) {
      // "a spokesman for Prime Minister Keir Starmer" is not Starmer.
      return words.size();
    }
    if (title >= 0) {
      return title == words.size() - 1 ? words.size() : title + 1;
    }
    boolean of = from > 0 && LINKS.contains(words.get(from - 1));
    for (int to = Math.min(words.size() - 1, from + LONGEST_NAME); of && to > from; to--) {
      // "president of Ukraine Volodymyr Zelensky"
      if (isPlace.test(TextNormalizer.key(String.join(" ", words.subList(from, to))))) {
        return to;
      }
    }
    if (of) {
      return words.size();
    }
    boolean office = from > 0 && !words.get(from - 1).equalsIgnoreCase("the") || from == 0;
    return office || from == 1 ? from : words.size();
  }

  /** The names of one to {@value #LONGEST_NAME} words, as they are compared. */
  static void ngrams(List<String> words, Set<String> names) {
    ngrams(words, LONGEST_NAME, names);
  }

  /** The names of one to so many words, as they are compared. */
  static void ngrams(List<String> words, int longest, Set<String> names) {
    Keys keys = new Keys(words);
    for (int from = 0; from < words.size(); from++) {
      if (!keys.capitalised[from]) {
        continue;
      }
      for (int to = from + 1; to <= Math.min(words.size(), from + longest); to++) {
        if (keys.capitalised[to - 1]) {
          names.add(keys.name(from, to));
        }
      }
    }
    names.remove("");
  }

  /** Words as they are compared, each made once for all names that it is in. */
  static final class Keys {

    final boolean[] capitalised;
    private final String[] keys;
    private final String[] last;

    Keys(List<String> words) {
      capitalised = new boolean[words.size()];
      keys = new String[words.size()];
      last = new String[words.size()];
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        String ending = withoutEnding(word);
        capitalised[i] = isCapitalised(word);
        keys[i] = TextNormalizer.key(word);
        last[i] = ending.length() == word.length() ? keys[i] : TextNormalizer.key(ending);
      }
    }

    /** A name of some of the words, without a possessive's ending, as it is compared. */
    String name(int from, int to) {
      if (to - from == 1) {
        return last[from];
      }
      StringBuilder name = new StringBuilder();
      for (int i = from; i < to; i++) {
        String key = i == to - 1 ? last[i] : keys[i];
        name.append(name.length() > 0 && !key.isEmpty() ? " " : "").append(key);
      }
      return name.toString();
    }
  }

  /** Words with the marks inside of them, apostrophes behind them too: "O’Neill", "al-Sisi", "U.S", "ministers’". */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int first = text.codePointAt(at);
      if (!isInWord(first)) {
        at += Character.charCount(first);
        continue;
      }
      int end = at + Character.charCount(first);
      int next = end;
      while (next < text.length()) {
        int c = text.codePointAt(next);
        boolean ends = c == '’' || c == '\'' || isInWord(c);
        if (!ends && c != '.' && c != '&' && c != '-') {
          break;
        }
        next += Character.charCount(c);
        end = ends ? next : end;
      }
      words.add(text.substring(at, end));
      at = end;
    }
    return words;
  }

  private static boolean isInWord(int c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return (IN_WORDS >>> Character.getType(c) & 1) != 0;
  }

  /** A name without a possessive's ending. */
  static String withoutEnding(String name) {
    int end = name.endsWith("s") ? name.length() - 1 : name.length();
    boolean possessive = end > 0 && (name.charAt(end - 1) == '’' || name.charAt(end - 1) == '\'');
    return possessive ? name.substring(0, end - 1) : name;
  }

  /** The last word of a name as it is compared. */
  static String lastOf(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  static boolean isCapitalised(String word) {
    int first = word.codePointAt(0);
    if (Character.isLowerCase(first) && word.indexOf('-') > 0) {
      // "al-Burhan"
      first = ARTICLE_PREFIX.matcher(word).replaceFirst("").codePointAt(0);
    }
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  private static boolean isPossessive(String word) {
    return word.endsWith("’s") || word.endsWith("'s") || word.endsWith("s’") || word.endsWith("s'");
  }

  /** Small words inside names: "von der Leyen", "al-Sisi", "bin Salman". */
  private static boolean isParticle(List<String> words, int at) {
    if (at == 0 || at >= words.size() - 1) {
      return false;
    }
    String word = words.get(at).toLowerCase(Locale.ROOT);
    boolean prefixed = word.length() > 3 && (word.startsWith("al-") || word.startsWith("el-"));
    return PARTICLES.contains(word) || prefixed && word.codePoints().skip(3).allMatch(Character::isLetter);
  }

  /** The name as printed. */
  String fullName() {
    return String.join(" ", name);
  }
}
