package org.rostrum.resolution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rostrum.actor.ActorChanges;
import org.rostrum.actor.ActorRecord;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Actors;
import org.rostrum.actor.Affiliation;
import org.rostrum.extraction.Mention;
import org.rostrum.extraction.Statement;
import org.rostrum.graph.Text;

/**
 * Finds the actors that an article's mentions mean: by a full name or an alias that is known, by a surname when the article
 * has the full name too, by an office for a country when the article names its holder. A person who is not known is recorded
 * when the article gives a full name with a post. Everything else, pronouns above all, stays a mention: no actor is better than
 * a wrong one.
 */
@ApplicationScoped
public class Resolver {

  private static final String NAME_TOKEN = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}’'.-]+");
  private static final Pattern CAPITALISED = Pattern.compile(NAME_TOKEN);
  private static final Pattern POSSESSIVE = Pattern.compile("[’']s$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}’'.-]+");
  private static final int LONGEST_NAME = 5;
  private static final int MOST_FORENAMES = 3;
  /** How many full names are looked at for one surname. */
  private static final int MOST_NAMESAKES = 10;
  private static final int LONGEST_TITLE = 300;

  /** A description by office and the place that it is for. */
  private static final Pattern DESCRIPTION = Pattern.compile(
      "[Tt]he (?<place>\\p{Lu}[\\p{L} -]{1,40}) (?i:(?<office>leader|president|prime minister|premier|chancellor|foreign minister))");
  /** How the titles begin of those whom a description may mean. */
  private static final Map<String, Pattern> OFFICES = Map.of(
      "leader", Pattern.compile("^(?:President|Prime Minister|Premier|Chancellor|King|Emir|Supreme Leader)\\b"),
      "president", Pattern.compile("^President\\b"),
      "prime minister", Pattern.compile("^(?:Prime Minister|Premier)\\b"),
      "premier", Pattern.compile("^(?:Prime Minister|Premier)\\b"),
      "chancellor", Pattern.compile("^Chancellor\\b"),
      "foreign minister", Pattern.compile("^(?:Minister (?:of|for) Foreign Affairs|Foreign Secretary|Minister of External Affairs)\\b"));

  /** Words before a name that are not part of it. */
  private static final Set<String> TITLES = Set.of("president", "prime", "minister", "foreign", "defense", "defence", "finance",
      "interior", "vice", "deputy", "secretary", "general", "state", "chancellor", "premier", "king", "queen", "prince", "princess",
      "emir", "sultan", "pope", "senator", "sen", "rep", "representative", "congressman", "congresswoman", "governor", "gov", "mayor",
      "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lord", "dame", "ambassador", "envoy", "special", "spokesman",
      "spokeswoman", "spokesperson", "adviser", "advisor", "national", "security", "chief", "commander", "gen", "col", "colonel",
      "lt", "maj", "major", "adm", "admiral", "justice", "judge", "chairman", "chairwoman", "director", "leader", "former", "the",
      "republican", "democratic", "democrat", "us", "u.s", "uk", "eu", "un", "nato", "kremlin", "white", "house", "press");
  /** Words that name a post: a full name beside one of them is a person's. */
  private static final Pattern POST = Pattern.compile("(?i)\\b(president|minister|premier|chancellor|secretary|governor|mayor|"
      + "senator|lawmaker|congress(?:man|woman)|ambassador|envoy|diplomat|negotiator|spokes(?:man|woman|person)|advis[eo]r|aide|"
      + "chief|head|leader|commander|general|colonel|admiral|officer|official|director|chair(?:man|woman|person)?|professor|"
      + "analyst|expert|researcher|fellow|economist|historian|activist|journalist|judge|prosecutor|lawyer|representative|"
      + "commissioner|coordinator|member|deputy|king|queen|prince|emir|patriarch|bishop|cardinal|imam)\\b");

  private final Actors actors;
  private final ActorChanges changes;

  Resolver(Actors actors, ActorChanges changes) {
    this.actors = actors;
    this.changes = changes;
  }

  /**
   * The actors that mentions mean; a mention that means nobody known is left out. Runs in its caller's transaction, because
   * it records people.
   *
   * @param body        the article's text
   * @param publishedOn the article's day
   * @param statements  what was found in the text
   */
  public Map<Mention, UUID> resolve(String body, LocalDate publishedOn, List<Statement> statements) {
    Map<Mention, Parts> sources = new LinkedHashMap<>();
    Map<Mention, Parts> addressees = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement.speaker() != null) {
        sources.put(statement.speaker(), Parts.of(statement.speaker().text()));
      }
      if (statement.addressee() != null) {
        addressees.put(statement.addressee(), Parts.of(statement.addressee().text()));
      }
    }
    List<Parts> all = new ArrayList<>(sources.values());
    all.addAll(addressees.values());
    Set<String> surnames = all.stream().map(Parts::name).filter(name -> name.size() == 1).map(name -> name.get(0)).collect(Collectors.toSet());
    Map<String, Set<String>> fullNames = fullNames(surnames, body);
    Map<Parts, Set<String>> candidates = new HashMap<>();
    all.forEach(parts -> candidates.put(parts, candidates(parts, fullNames)));
    Map<String, List<ActorRecord>> known =
        actors.byNameKeys(candidates.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
    Map<Mention, UUID> resolved = new HashMap<>();
    addressees.forEach((mention, parts) -> put(resolved, mention, only(known, candidates.get(parts))));
    resolved.putAll(described(body, publishedOn, sources.keySet()));
    Map<String, UUID> recorded = new HashMap<>();
    sources.forEach((mention, parts) -> {
      UUID actor = resolved.getOrDefault(mention, only(known, candidates.get(parts)));
      put(resolved, mention, actor != null ? actor : recorded(recorded, parts, known, candidates.get(parts)));
    });
    return resolved;
  }

  private static void put(Map<Mention, UUID> resolved, Mention mention, UUID actor) {
    if (actor != null) {
      resolved.put(mention, actor);
    }
  }

  /** The keys of the names that a mention may stand for: its own, and for a single name the full names in the article. */
  private static Set<String> candidates(Parts parts, Map<String, Set<String>> fullNames) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(Text.key(parts.head));
    if (parts.name.isEmpty()) {
      return keys;
    }
    if (parts.name.size() > 1) {
      keys.add(Text.key(String.join(" ", parts.name)));
      return keys;
    }
    keys.addAll(fullNames.getOrDefault(parts.name.get(0), Set.of()));
    return keys;
  }

  /** The full names in the body, by the surnames that are wanted: one pass over the body for all of them. */
  private static Map<String, Set<String>> fullNames(Set<String> surnames, String body) {
    Map<String, Set<String>> names = new HashMap<>();
    Deque<String> before = new ArrayDeque<>();
    Matcher words = WORD.matcher(body);
    int last = -1;
    while (words.find()) {
      boolean follows = last >= 0 && words.start() == last + 1 && body.charAt(last) == ' ';
      last = words.end();
      if (!follows) {
        before.clear();
      }
      boolean ends = words.group().length() > 2 && words.group().endsWith(".");
      String word = POSSESSIVE.matcher(ends ? words.group().substring(0, words.group().length() - 1) : words.group()).replaceAll("");
      if (!CAPITALISED.matcher(word).matches()) {
        before.clear();
        continue;
      }
      if (surnames.contains(word)) {
        note(names.computeIfAbsent(word, surname -> new LinkedHashSet<>()), before, word);
      }
      before.addLast(word);
      if (ends) {
        before.clear();
      } else if (before.size() > MOST_FORENAMES) {
        before.removeFirst();
      }
    }
    return names;
  }

  private static void note(Set<String> names, Deque<String> before, String surname) {
    List<String> forenames = List.copyOf(before);
    for (int i = 0; i < forenames.size() && names.size() < MOST_NAMESAKES; i++) {
      names.add(Text.key(String.join(" ", forenames.subList(i, forenames.size())) + " " + surname));
    }
  }

  /** The one actor that the names mean; null for none and for several. */
  private static UUID only(Map<String, List<ActorRecord>> known, Set<String> keys) {
    Set<UUID> found = new LinkedHashSet<>();
    keys.forEach(key -> known.getOrDefault(key, List.of()).forEach(actor -> found.add(actor.key)));
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /**
   * Whom descriptions by office mean ("the Russian leader"): the one holder of such a post for the country on the day of
   * publication whose name stands in the article before the description.
   */
  private Map<Mention, UUID> described(String body, LocalDate publishedOn, Set<Mention> mentions) {
    Map<Mention, Matcher> descriptions = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      Matcher matcher = DESCRIPTION.matcher(mention.text());
      if (matcher.matches()) {
        descriptions.put(mention, matcher);
      }
    }
    Map<String, List<UUID>> countries = actors.countriesOfPlaces(
        descriptions.values().stream().map(matcher -> Text.key(matcher.group("place"))).collect(Collectors.toSet()));
    List<Affiliation> posts = actors.postsFor(countries.values().stream().flatMap(List::stream).collect(Collectors.toSet()), publishedOn);
    Map<UUID, ActorRecord> holders = actors.records(posts.stream().map(post -> post.actorKey).collect(Collectors.toSet()));
    Map<UUID, Integer> named = new HashMap<>();
    holders.forEach((key, holder) -> named.put(key, body.indexOf(holder.name)));
    Map<Mention, UUID> meant = new HashMap<>();
    descriptions.forEach((mention, description) -> {
      List<UUID> places = countries.getOrDefault(Text.key(description.group("place")), List.of());
      Pattern office = OFFICES.get(description.group("office").toLowerCase(Locale.ROOT));
      Set<UUID> found = posts.stream().filter(post -> places.contains(post.countryKey) && office.matcher(post.title).find())
          .map(post -> post.actorKey).filter(holder -> named.get(holder) >= 0 && named.get(holder) < mention.start())
          .collect(Collectors.toSet());
      if (found.size() == 1) {
        meant.put(mention, found.iterator().next());
      }
    });
    return meant;
  }

  private UUID recorded(Map<String, UUID> recorded, Parts parts, Map<String, List<ActorRecord>> known, Set<String> candidates) {
    boolean ambiguous = candidates.stream().anyMatch(known::containsKey);
    if (ambiguous || parts.name.size() < 2 || !POST.matcher(parts.post).find()) {
      return null;
    }
    return recorded.computeIfAbsent(String.join(" ", parts.name), name -> {
      UUID country = country(parts.post);
      return changes.create(ActorType.PERSON, name, null, country, List.of(),
          List.of(ActorChanges.post(parts.post, null, country, null, null))).key;
    });
  }

  /** The country that the words of a post name, by itself, its adjective or a place in it; null for none and for several. */
  private UUID country(String post) {
    List<String> tokens = tokens(post);
    Set<String> keys = new LinkedHashSet<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_NAME); to++) {
        if (CAPITALISED.matcher(tokens.get(from)).lookingAt()) {
          keys.add(Text.key(String.join(" ", tokens.subList(from, to))));
        }
      }
    }
    keys.remove("");
    Set<UUID> countries = new LinkedHashSet<>();
    actors.countriesOfPlaces(keys).values().forEach(countries::addAll);
    return countries.size() == 1 ? countries.iterator().next() : null;
  }

  /** The words of a text, without a possessive's ending. */
  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(token -> POSSESSIVE.matcher(token.group()).replaceAll("")).toList();
  }

  /**
   * A mention's parts.
   *
   * @param head what stands before the first comma, without an article
   * @param name the words of the name, without titles
   * @param post the words beside the name that may name a post
   */
  record Parts(String head, List<String> name, String post) {

    static Parts of(String mention) {
      int comma = mention.indexOf(',');
      String head = (comma < 0 ? mention : mention.substring(0, comma)).strip();
      String behind = comma < 0 ? "" : mention.substring(comma + 1).strip();
      List<String> tokens = tokens(head);
      int from = tokens.size();
      while (from > 0 && (CAPITALISED.matcher(tokens.get(from - 1)).matches() || isParticle(tokens, from - 1))) {
        from--;
      }
      while (from < tokens.size() && (TITLES.contains(Text.key(tokens.get(from))) || isParticle(tokens, from))) {
        from++;
      }
      List<String> name = List.copyOf(tokens.subList(from, tokens.size()));
      String before = String.join(" ", tokens.subList(0, from));
      String post = behind.isEmpty() ? before : behind;
      return new Parts(head.replaceFirst("^[Tt]he ", ""), name, post.length() > LONGEST_TITLE ? post.substring(0, LONGEST_TITLE) : post);
    }

    /** Small words inside names: "von der Leyen", "al-Sisi", "bin Salman". */
    private static boolean isParticle(List<String> tokens, int at) {
      return at > 0 && at < tokens.size() - 1
          && tokens.get(at).matches("von|der|den|van|de|da|do|dos|la|le|el|al|bin|bint|ibn|del|di|ter|(?:al|el)-\\p{L}+");
    }
  }
}
