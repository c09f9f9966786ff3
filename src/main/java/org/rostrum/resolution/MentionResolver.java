package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidateLookup;
import org.rostrum.actor.lookup.CandidatePlace;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.claim.AttributionRule;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.LinkedMention.Candidate;

/**
 * Who appears in an article: the persons, places and bodies that its mentions name, with what is known of each. All that the
 * directory is asked is asked for the whole article at once; after that mentions are resolved without it.
 */
final class MentionResolver {

  private static final int MOST_CANDIDATES = 5;
  /** So many whom the article names in an office are told where none of them is meant for sure. */
  private static final int MOST_IN_OFFICE = 40;
  /** So much of a text is looked through for the countries that it names, in UTF-16 code units, for names of so many words. */
  private static final int COUNTED = 50_000;
  private static final int LONGEST_PLACE = 3;
  /** So many persons are told apart in one text: what has more is no news article. */
  private static final int MOST_PERSONS = 1_000;
  /** A surname that several persons of an article have means the one named last, where that is not farther away, in UTF-16 code units. */
  private static final int NEAR = 600;
  /** And where the other was not named just before. */
  private static final int APART = 150;
  /** What is looked back for whom a post belongs to, in UTF-16 code units, and by words. */
  private static final int FAR = 500;
  private static final int POST_WORDS = 4;
  private static final int NEAR_WORDS = 30;
  private static final double MOST_BY_FAR = 2;
  /** So many surnames that sound the same are looked for. */
  private static final int MOST_ALIKE = 40;
  /** On so many days of one text posts are looked up; on others as on the day of publication. */
  private static final int MOST_DAYS = 50;
  private static final Pattern PRONOUN = Pattern.compile("(?i)(?:i|we|you|he|she|it|they|who|this|that|these|those|his|her|their|its)(?:\\s.*)?");
  private static final Pattern POSSESSIVE = Pattern.compile("[’']s\\b");
  private static final List<Body> BODIES = MentionLexicon.rows("bodies.tsv").stream().map(row -> new Body(Pattern.compile(row[0]), row[1])).toList();

  private record Body(Pattern words, String name) {}

  private final String body;
  private final LocalDate published;
  private final Map<String, ParsedMention> phrases = new HashMap<>();
  /** By the full name's first and last word. */
  private final Map<String, PersonCluster> persons = new LinkedHashMap<>();
  private final Map<String, PersonCluster> singles = new HashMap<>();
  private final Map<String, List<PersonCluster>> bySurname = new HashMap<>();
  private final Map<String, List<CandidatePlace>> places;
  private final Map<String, Set<UUID>> named;
  private final Map<String, Set<UUID>> sounding;
  private final Map<UUID, Set<UUID>> holders;
  private final Map<UUID, CandidateActor> known = new HashMap<>();
  /** How often the article names each country, by itself, its people or a place in it. */
  private final Map<UUID, Integer> countries = new HashMap<>();
  private final Map<List<Object>, LinkedMention> persona = new HashMap<>();
  /** The persons who share a part of a name, by where the text has it. */
  private final TreeMap<Integer, List<PersonCluster>> partsNamed = new TreeMap<>();
  private final Set<LocalDate> days = new HashSet<>();
  private final Map<LocalDate, Offices> offices = new HashMap<>();
  private final StopSignal stop;
  /** Whose resolving is under way. */
  private final Set<PersonCluster> asked = new HashSet<>();
  private final NewActorRegistry newActors;

  /**
   * @param body     the article's text
   * @param names    the names in it
   * @param mentions what will be asked for
   * @param stop     asked whether to go on for each of them, here and when they are resolved
   */
  MentionResolver(CandidateLookup directory, NewActorRegistry newActors, String body, LocalDate published, List<NameMention> names, Collection<Mention> mentions,
      StopSignal stop) {
    this.body = body;
    this.stop = stop;
    this.newActors = newActors;
    this.published = published;
    Set<String> texts = new LinkedHashSet<>();
    names.forEach(name -> {
      texts.add(name.phrase().text());
      texts.add(name.name().text());
    });
    mentions.forEach(mention -> texts.add(mention.text()));
    Set<String> keys = new HashSet<>();
    for (String text : texts) {
      stop.check();
      ParsedMention.ngrams(ParsedMention.words(text.length() > ParsedMention.LONGEST ? text.substring(0, ParsedMention.LONGEST) : text), keys);
      keys.add(TextNormalizer.key(core(text)));
    }
    List<String> words = ParsedMention.words(body.substring(0, Math.min(body.length(), COUNTED)));
    ParsedMention.ngrams(words, LONGEST_PLACE, keys);
    keys.remove("");
    places = directory.places(keys);
    for (String text : texts) {
      stop.check();
      phrases.put(text, ParsedMention.of(text, places::containsKey));
    }
    collect(names, mentions);
    known.putAll(directory.known(places.values().stream().flatMap(List::stream).map(CandidatePlace::country).collect(Collectors.toSet())));
    Map<UUID, CandidateActor> lands = Map.copyOf(known);
    count(words);
    addOfficialNames(lands, keys);
    named = directory.named(keys);
    Map<String, Set<String>> sounds = sounds();
    sounding = directory.sounding(sounds.keySet(), (sound, surname) -> sounds.get(sound).stream().anyMatch(wanted -> CandidateScorer.mayBe(wanted, surname)));
    Map<UUID, Set<String>> asked = new HashMap<>();
    persons.values().stream().filter(person -> !named.containsKey(person.key())).forEach(person -> ask(asked, person.offices, person.names));
    phrases.values().stream().filter(phrase -> phrase.name().isEmpty()).forEach(phrase -> ask(asked, phrase.offices(), phrase.names()));
    holders = directory.holders(asked);
    Set<UUID> wanted = new HashSet<>();
    named.values().forEach(wanted::addAll);
    sounding.values().forEach(wanted::addAll);
    holders.values().forEach(wanted::addAll);
    wanted.removeAll(lands.keySet());
    known.putAll(directory.known(wanted));
    addHoldersOfOwners(directory, asked);
  }

  /** Asks for those who hold offices for the countries and in the bodies that names tell. */
  private void ask(Map<UUID, Set<String>> asked, Set<String> offices, Set<String> names) {
    if (offices.isEmpty()) {
      return;
    }
    Set<UUID> bodies = new LinkedHashSet<>(countries(names));
    names.forEach(name -> bodies.addAll(named.getOrDefault(name, Set.of())));
    bodies.forEach(body -> asked.computeIfAbsent(body, key -> new LinkedHashSet<>()).addAll(offices));
  }

  /** "Putin's spokesman" in an article that does not name Russia: those who hold offices for the countries of the owners. */
  private void addHoldersOfOwners(CandidateLookup directory, Map<UUID, Set<String>> asked) {
    Map<UUID, Set<String>> more = new HashMap<>();
    for (ParsedMention phrase : phrases.values()) {
      if (phrase.owner() == null || !phrase.name().isEmpty()) {
        continue;
      }
      String last = ParsedMention.lastOf(TextNormalizer.key(phrase.owner()));
      Set<UUID> owners = new LinkedHashSet<>(sounding.getOrDefault(SurnameIndex.sound(last), Set.of()));
      bySurname.getOrDefault(last, List.of()).forEach(person -> owners.addAll(named.getOrDefault(person.key(), Set.of())));
      owners.stream().map(known::get).filter(Objects::nonNull).flatMap(person -> person.posts.stream()).forEach(post -> {
        for (UUID body : Arrays.asList(post.country(), post.organization())) {
          if (body != null && !asked.getOrDefault(body, Set.of()).containsAll(phrase.offices())) {
            more.computeIfAbsent(body, key -> new LinkedHashSet<>()).addAll(phrase.offices());
          }
        }
      });
    }
    Map<UUID, Set<UUID>> found = directory.holders(more);
    found.forEach((body, actors) -> holders.computeIfAbsent(body, key -> new LinkedHashSet<>()).addAll(actors));
    Set<UUID> wanted = found.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    wanted.removeAll(known.keySet());
    known.putAll(directory.known(wanted));
  }

  private static String core(String text) {
    int comma = text.indexOf(", ");
    return (comma < 0 ? text : text.substring(0, comma)).transform(head -> head.startsWith("the ") || head.startsWith("The ") ? head.substring(4) : head);
  }

  // ---- who is named ----

  private void collect(List<NameMention> names, Collection<Mention> mentions) {
    for (NameMention name : names) {
      stop.check();
      ParsedMention phrase = phrases.get(name.phrase().text());
      boolean inside = phrase.name().stream().anyMatch(name.name().text()::contains);
      take(inside && !phrase.several() ? phrase : phrases.get(name.name().text()), name.name().start());
    }
    mentions.forEach(mention -> take(phrases.get(mention.text()), mention.start()));
    persons.values().forEach(person -> {
      bySurname.computeIfAbsent(person.last, last -> new ArrayList<>()).add(person);
      if (!person.first.equals(person.last)) {
        bySurname.computeIfAbsent(person.first, first -> new ArrayList<>()).add(person);
      }
    });
    for (NameMention name : names) {
      // "Marcos" after "Ferdinand Marcos"
      List<PersonCluster> bearers = bySurname.get(ParsedMention.lastOf(TextNormalizer.key(name.name().text())));
      if (bearers != null) {
        partsNamed.put(name.name().start(), bearers);
      }
    }
  }

  private void take(ParsedMention phrase, int at) {
    if (phrase.several() || phrase.name().size() < 2 || !isPersonal(phrase)) {
      return;
    }
    PersonCluster person = new PersonCluster(phrase.name());
    if (persons.size() >= MOST_PERSONS) {
      return;
    }
    persons.computeIfAbsent(person.first + ' ' + person.last, key -> person).take(phrase, at);
  }

  /** Whether a name of several words may be a person's. */
  private boolean isPersonal(ParsedMention phrase) {
    String key = TextNormalizer.key(phrase.fullName());
    if (places.containsKey(key) || phrase.name().size() > 5) {
      return false;
    }
    return phrase.name().stream().noneMatch(word -> MentionLexicon.isBody(word) || word.equals(word.toUpperCase()) && word.length() > 2 && !word.contains(".") && phrase.post() == null);
  }

  /** Counts how often the article names each country; names that several share go to the one that the others tell. */
  private void count(List<String> words) {
    Map<String, Integer> shared = new HashMap<>();
    ParsedMention.Keys keys = new ParsedMention.Keys(words);
    for (int from = 0; from < words.size(); from++) {
      String found = null;
      for (int to = Math.min(words.size(), from + LONGEST_PLACE); to > from && found == null; to--) {
        String key = keys.capitalised[from] ? keys.name(from, to) : "";
        String people = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
        if (places.containsKey(key) || places.containsKey(people)) {
          found = places.containsKey(key) ? key : people;
          from = to - 1;
        }
      }
      List<CandidatePlace> here = places.getOrDefault(found, List.of());
      if (here.size() == 1) {
        countries.merge(here.get(0).country(), 1, Integer::sum);
      } else if (!here.isEmpty()) {
        shared.merge(found, 1, Integer::sum);
      }
    }
    Map<UUID, Integer> more = new HashMap<>();
    shared.forEach((name, times) -> {
      UUID country = country(name);
      if (country != null) {
        more.merge(country, times, Integer::sum);
      }
    });
    more.forEach((country, times) -> countries.merge(country, times, Integer::sum));
  }

  /** The surnames that are looked for by how they sound: who is known by the whole name is not. */
  private Map<String, Set<String>> sounds() {
    Set<String> surnames = new LinkedHashSet<>();
    persons.values().stream().filter(person -> !named.containsKey(person.key())).forEach(person -> surnames.add(person.last));
    Stream<String> single = phrases.values().stream().filter(phrase -> phrase.name().size() == 1).map(phrase -> new PersonCluster(phrase.name()).last);
    Stream<String> owners = phrases.values().stream().filter(phrase -> phrase.owner() != null).map(phrase -> ParsedMention.lastOf(TextNormalizer.key(phrase.owner())));
    Stream.concat(single, owners).filter(last -> !bySurname.containsKey(last) && !places.containsKey(last)).forEach(surnames::add);
    Map<String, Set<String>> sounds = new HashMap<>();
    surnames.stream().filter(surname -> !surname.isEmpty()).forEach(surname -> {
      stop.check();
      Set<String> alike = sounds.computeIfAbsent(SurnameIndex.sound(surname), sound -> new LinkedHashSet<>());
      if (alike.size() < MOST_ALIKE) {
        alike.add(surname);
      }
    });
    sounds.remove("");
    return sounds;
  }

  /** Adds the names by which bodies of countries are recorded, as they are compared. */
  private void addOfficialNames(Map<UUID, CandidateActor> lands, Set<String> keys) {
    for (ParsedMention phrase : phrases.values()) {
      stop.check();
      UUID country = country(phrase.names());
      CandidateActor land = country == null ? null : lands.get(country);
      String name = land == null ? null : officialName(phrase, land);
      if (name != null) {
        keys.add(TextNormalizer.key(name));
      }
    }
  }

  private String officialName(ParsedMention phrase, CandidateActor land) {
    String rest = withoutPlace(phrase);
    for (Body body : BODIES) {
      if (body.words.matcher(rest).matches()) {
        return body.name.formatted(land.name);
      }
    }
    return null;
  }

  /** The core's words without those of a place, as they are compared. */
  private String withoutPlace(ParsedMention phrase) {
    List<String> words = new ArrayList<>(List.of(TextNormalizer.key(POSSESSIVE.matcher(phrase.core()).replaceAll("")).split(" ")));
    for (int from = 0; from < words.size(); from++) {
      for (int to = Math.min(words.size(), from + ParsedMention.LONGEST_NAME); to > from; to--) {
        if (places.containsKey(String.join(" ", words.subList(from, to)))) {
          words.subList(from, to).clear();
          boolean of = !words.isEmpty() && words.get(words.size() - 1).equals("of");
          return String.join(" ", of ? words.subList(0, words.size() - 1) : words);
        }
      }
    }
    return String.join(" ", words);
  }

  // ---- places ----

  /** The one country that names tell; null for none and for several. */
  private UUID country(Collection<String> names) {
    Set<UUID> found = countries(names);
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private Set<UUID> countries(Collection<String> names) {
    List<String> known = names.stream().filter(places::containsKey).toList();
    Set<UUID> found = new LinkedHashSet<>();
    for (String name : known) {
      boolean longer = known.stream().anyMatch(other -> other.length() > name.length() && (" " + other + " ").contains(" " + name + " "));
      UUID country = longer ? null : country(name);
      if (country != null) {
        found.add(country);
      }
    }
    return found;
  }

  /** The country that a place's name means here: of several the one that the article names most otherwise. */
  UUID country(String name) {
    List<CandidatePlace> here = places.getOrDefault(name, List.of());
    if (here.size() < 2) {
      return here.isEmpty() ? null : here.get(0).country();
    }
    Set<UUID> own = here.stream().map(CandidatePlace::country).filter(country -> isOwnName(country, name)).collect(Collectors.toSet());
    if (own.size() == 1 && countries.getOrDefault(own.iterator().next(), 0) > 0) {
      // "Georgia" beside "Tbilisi" is no state of another country.
      return own.iterator().next();
    }
    List<CandidatePlace> ranked = new ArrayList<>(here);
    ranked.sort(Comparator.comparing((CandidatePlace place) -> countries.getOrDefault(place.country(), 0)).reversed());
    int first = countries.getOrDefault(ranked.get(0).country(), 0);
    if (first > countries.getOrDefault(ranked.get(1).country(), 0)) {
      return ranked.get(0).country();
    }
    return own.size() == 1 ? own.iterator().next() : null;
  }

  private boolean isOwnName(UUID country, String name) {
    return known.containsKey(country) && known.get(country).names.contains(name);
  }

  /** The country in which a place lies that a mention tells; null for none and for several. */
  UUID placed(Mention mention) {
    ParsedMention phrase = phrases.get(mention.text());
    if (phrase == null) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>(phrase.names());
    ParsedMention.ngrams(phrase.name(), names);
    return country(names);
  }

  // ---- whom a mention means ----

  /** Whom a name means at a place of the text; null for nobody. */
  UUID actor(String name, int at) {
    phrases.computeIfAbsent(name, text -> ParsedMention.of(text, places::containsKey));
    return resolve(new Mention(at, at + name.length(), name), published).actor();
  }

  /** Whom a mention means. */
  LinkedMention resolve(Mention mention, LocalDate day) {
    stop.check();
    LocalDate on = day == null || days.size() == MOST_DAYS && !days.contains(day) ? published : day;
    days.add(on);
    ParsedMention phrase = phrases.get(mention.text());
    if (phrase == null || phrase.several() || phrase.name().isEmpty() && PRONOUN.matcher(mention.text()).matches()) {
      return LinkedMention.nobody(List.of(), null);
    }
    LinkedMention exact = body(phrase);
    if (exact != null) {
      return exact;
    }
    if (phrase.name().isEmpty() || phrase.name().size() > 1 && !isPersonal(phrase)) {
      return described(phrase, mention.start(), on);
    }
    return named(phrase, mention.start(), on);
  }

  private LinkedMention named(ParsedMention phrase, int at, LocalDate on) {
    if (phrase.name().size() > 1) {
      PersonCluster own = new PersonCluster(phrase.name());
      return of(persons.getOrDefault(own.first + ' ' + own.last, own), on, AttributionRule.NAME);
    }
    String word = new PersonCluster(phrase.name()).last;
    List<PersonCluster> bearers = bySurname.getOrDefault(word, List.of());
    List<PersonCluster> byLast = bearers.stream().filter(person -> person.last.equals(word)).toList();
    bearers = byLast.isEmpty() ? bearers : byLast;
    if (bearers.size() > 1) {
      bearers = nearest(bearers, phrase, at);
    }
    if (bearers.size() == 1) {
      return of(bearers.get(0), on, AttributionRule.SURNAME);
    }
    if (!bearers.isEmpty()) {
      return LinkedMention.nobody(List.of(), country(phrase.names()));
    }
    LinkedMention place = place(phrase);
    if (place != null) {
      return place;
    }
    PersonCluster single = singles.computeIfAbsent(word, any -> new PersonCluster(phrase.name()));
    single.take(phrase, at);
    return of(single, on, AttributionRule.SURNAME);
  }

  /** Of several persons of one surname the one whose office is told, else the one whose full name was printed last, not far away. */
  private List<PersonCluster> nearest(List<PersonCluster> bearers, ParsedMention phrase, int at) {
    if (!phrase.offices().isEmpty()) {
      List<PersonCluster> fitting = bearers.stream().filter(person -> person.offices.stream().anyMatch(phrase.offices()::contains)).toList();
      if (fitting.size() == 1) {
        return fitting;
      }
    }
    PersonCluster best = null;
    int last = -1;
    int other = -1;
    for (PersonCluster person : bearers) {
      int here = orNone(person.places.floor(at));
      if (here > last) {
        other = last;
        last = here;
        best = person;
      } else {
        other = Math.max(other, here);
      }
    }
    boolean clear = best != null && at - last <= NEAR && (other < 0 || last - other >= APART);
    return clear ? List.of(best) : bearers;
  }

  private static int orNone(Integer place) {
    return place == null ? -1 : place;
  }

  private LinkedMention of(PersonCluster person, LocalDate on, AttributionRule rule) {
    List<Object> key = List.of(person, on, rule);
    LinkedMention known = persona.get(key);
    if (known != null) {
      return known;
    }
    if (!asked.add(person)) {
      // One of two who are each said to be the other's: neither tells who the other is.
      return LinkedMention.NOBODY;
    }
    LinkedMention resolved = score(person, on, rule);
    asked.remove(person);
    persona.put(key, resolved);
    return resolved;
  }

  private LinkedMention score(PersonCluster person, LocalDate on, AttributionRule rule) {
    stop.check();
    CandidateScorer.Said said = said(person, on);
    Set<UUID> possible = new LinkedHashSet<>(named.getOrDefault(person.key(), Set.of()));
    possible.addAll(sounding.getOrDefault(SurnameIndex.sound(person.last), Set.of()));
    if (!person.offices.isEmpty()) {
      said.countries().forEach(country -> possible.addAll(holders.getOrDefault(country, Set.of())));
      said.bodies().forEach(body -> possible.addAll(holders.getOrDefault(body, Set.of())));
    }
    List<CandidateActor> people = possible.stream().map(known::get).filter(actor -> actor != null && actor.type == ActorType.PERSON).toList();
    double[] alike = people.stream().mapToDouble(actor -> CandidateScorer.names(person, actor)).toArray();
    long bearers = Arrays.stream(alike).filter(names -> names >= 0.75).count();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < alike.length; i++) {
      CandidateActor actor = people.get(i);
      double names = alike[i];
      double score = CandidateScorer.of(person, names, actor, CandidateScorer.agreement(said, actor, on), on, bearers == 1);
      if (score > 0) {
        candidates.add(new Candidate(actor.key, Math.min(1, score)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::actor));
    List<Candidate> best = List.copyOf(candidates.subList(0, Math.min(candidates.size(), MOST_CANDIDATES)));
    UUID country = said.countries().size() == 1 ? said.countries().iterator().next() : null;
    boolean clear = !best.isEmpty() && best.get(0).score() >= CandidateScorer.ENOUGH
        && (best.size() == 1 || best.get(0).score() - best.get(1).score() >= CandidateScorer.AHEAD);
    if (clear) {
      CandidateActor actor = known.get(best.get(0).actor());
      boolean spelt = person.isFull() ? actor.names.contains(person.key()) : CandidateScorer.names(person, actor) >= 0.75;
      newActors.seen(person, actor, published, country, said);
      return new LinkedMention(actor.key, spelt ? rule : AttributionRule.SPELLING, best.get(0).score(), best, country);
    }
    boolean unknown = best.isEmpty() || best.get(0).score() < 0.4;
    if (unknown && person.isFull() && person.post != null) {
      UUID land = country == null && said.bodies().isEmpty() ? around(person, on) : country;
      return LinkedMention.certain(newActors.person(person, land, said), AttributionRule.NEW, 0.7, land);
    }
    return LinkedMention.nobody(best, country);
  }

  /** What is said beside a person's name, looked up: whose adviser somebody is tells a country too. */
  private CandidateScorer.Said said(PersonCluster person, LocalDate on) {
    Set<UUID> lands = new LinkedHashSet<>(countries(person.names));
    Set<UUID> bodies = bodies(person.names);
    CandidateActor owner = owner(person.owner, person, on);
    if (owner != null) {
      lands(owner, on, lands);
    } else {
      person.names.stream().map(name -> bySurname.getOrDefault(name, List.of())).filter(found -> found.size() == 1 && found.get(0) != person)
          .forEach(found -> lands(actor(found.get(0), on), on, lands));
    }
    if (lands.isEmpty()) {
      bodies.stream().map(known::get).filter(body -> body.country != null).forEach(body -> lands.add(body.country));
    }
    return new CandidateScorer.Said(person.offices, lands, bodies, person.former);
  }

  /**
   * The country of somebody of whose post the words do not tell it: of "his spokesman" that of the person, of "ministry spokeswoman"
   * that of the ministry named last before, for a high office the country that the article names most by far, else that of what is
   * named right before; null where nothing tells.
   */
  private UUID around(PersonCluster person, LocalDate on) {
    int at = Math.min(body.length(), person.places.isEmpty() ? 0 : person.places.first());
    String before = body.substring(Math.max(0, at - FAR), at);
    Set<UUID> theirs = new LinkedHashSet<>();
    if (person.owned) {
      lands(ownerBefore(person, at, on), on, theirs);
    }
    if (theirs.size() == 1) {
      return theirs.iterator().next();
    }
    List<String> words = new ArrayList<>(ParsedMention.words(before));
    words.addAll(ParsedMention.words(person.post));
    int last = words.size() - 1;
    for (int i = last; i > last - POST_WORDS && i >= 0; i--) {
      if (MentionLexicon.isOrgan(words.get(i)) || MentionLexicon.isGovernment(words.get(i)) || TextNormalizer.key(words.get(i)).equals("ministry")) {
        UUID country = bodyBefore(words, i);
        return country == null ? namedBefore(words) : country;
      }
    }
    List<Map.Entry<UUID, Integer>> ranked = countries.entrySet().stream().sorted(Map.Entry.<UUID, Integer>comparingByValue().reversed()).toList();
    boolean clear = !ranked.isEmpty() && ranked.get(0).getValue() > 1 && (ranked.size() == 1 || ranked.get(0).getValue() >= MOST_BY_FAR * ranked.get(1).getValue());
    return clear && person.offices.stream().anyMatch(CandidateScorer::isHigh) ? ranked.get(0).getKey() : null;
  }

  /** Whose somebody is: the first person of the sentence, else the one named last before. */
  private CandidateActor ownerBefore(PersonCluster owned, int at, LocalDate on) {
    int sentence = Math.max(body.lastIndexOf(". ", at), Math.max(body.lastIndexOf('\n', at), body.lastIndexOf("” ", at)));
    PersonCluster first = another(partsNamed.subMap(sentence, Math.max(sentence, at)).values(), owned);
    PersonCluster last = first != null ? null : another(partsNamed.headMap(at, false).descendingMap().values(), owned);
    PersonCluster owner = first != null ? first : last;
    return owner == null ? null : actor(owner, on);
  }

  /** The first who is another one; null for none. */
  private static PersonCluster another(Collection<List<PersonCluster>> bearers, PersonCluster than) {
    for (List<PersonCluster> some : bearers) {
      for (PersonCluster person : some) {
        if (person != than) {
          return person;
        }
      }
    }
    return null;
  }

  /** The country of the place or body that is named last. */
  private UUID namedBefore(List<String> words) {
    for (int i = words.size() - 1; i >= 0 && i > words.size() - NEAR_WORDS; i--) {
      if (!ParsedMention.isCapitalised(words.get(i))) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      ParsedMention.ngrams(words.subList(Math.max(0, i - 2), i + 1), names);
      UUID country = country(names);
      Set<UUID> bodies = country == null ? bodies(names) : Set.of();
      for (UUID body : bodies) {
        country = country == null ? known.get(body).country : country;
      }
      if (country != null) {
        return country;
      }
    }
    return null;
  }

  /** The country of the body of the same kind that is named before. */
  private UUID bodyBefore(List<String> words, int body) {
    for (int i = body - 1; i >= 0; i--) {
      if (!TextNormalizer.key(words.get(i)).equals(TextNormalizer.key(words.get(body)))) {
        continue;
      }
      Set<String> names = new LinkedHashSet<>();
      ParsedMention.ngrams(words.subList(Math.max(0, i - POST_WORDS), i), names);
      UUID country = country(names);
      if (country != null) {
        return country;
      }
    }
    return null;
  }

  private Set<UUID> bodies(Collection<String> names) {
    Set<UUID> bodies = new LinkedHashSet<>();
    for (String name : names) {
      named.getOrDefault(name, Set.of()).stream().filter(key -> known.containsKey(key) && known.get(key).type == ActorType.ORGANIZATION).forEach(bodies::add);
    }
    return bodies;
  }

  /** Whom the owner of an office is ("Putin’s adviser"); null for a country and for nobody. */
  private CandidateActor owner(String owner, PersonCluster of, LocalDate on) {
    if (owner == null) {
      return null;
    }
    List<String> words = ParsedMention.words(owner);
    String last = words.isEmpty() ? "" : TextNormalizer.key(ParsedMention.withoutEnding(words.get(words.size() - 1)));
    List<PersonCluster> found = bySurname.getOrDefault(last, List.of());
    if (found.size() == 1 && found.get(0) != of) {
      return actor(found.get(0), on);
    }
    if (found.isEmpty() && !places.containsKey(last) && sounding.containsKey(SurnameIndex.sound(last))) {
      PersonCluster single = singles.computeIfAbsent(last, any -> new PersonCluster(List.of(words.get(words.size() - 1))));
      return single == of ? null : actor(single, on);
    }
    return null;
  }

  private CandidateActor actor(PersonCluster person, LocalDate on) {
    return known.get(of(person, on, AttributionRule.NAME).actor());
  }

  private static void lands(CandidateActor actor, LocalDate on, Set<UUID> lands) {
    if (actor == null) {
      return;
    }
    Set<UUID> held = actor.posts.stream().filter(post -> post.country() != null && post.heldOn(on)).map(CandidatePost::country).collect(Collectors.toSet());
    lands.addAll(held.isEmpty() ? actor.countries() : held);
  }

  // ---- places, bodies, groups ----

  /** A place that stands for its government; null for a region and for what is none. */
  private LinkedMention place(ParsedMention phrase) {
    String key = TextNormalizer.key(phrase.core());
    UUID country = country(key);
    if (country == null) {
      return null;
    }
    boolean own = isOwnName(country, key);
    boolean seat = places.get(key).stream().anyMatch(place -> place.country().equals(country) && place.seat());
    if (!own && !seat) {
      return LinkedMention.nobody(List.of(new Candidate(country, 0.3)), country);
    }
    return LinkedMention.certain(country, AttributionRule.PLACE, own ? 0.9 : countries.getOrDefault(country, 0) > 1 ? 0.8 : 0.6, country);
  }

  /** A body that is known by its name, a country by its own; null where the mention is none. */
  private LinkedMention body(ParsedMention phrase) {
    UUID country = country(phrase.names());
    List<String> keys = new ArrayList<>(List.of(TextNormalizer.key(phrase.core())));
    CandidateActor land = country == null ? null : known.get(country);
    String official = land == null ? null : officialName(phrase, land);
    if (official != null) {
      keys.add(TextNormalizer.key(official));
    }
    for (String key : keys) {
      List<CandidateActor> found = named.getOrDefault(key, Set.of()).stream().map(known::get)
          .filter(actor -> actor != null && actor.type != ActorType.PERSON).toList();
      if (found.size() == 1) {
        CandidateActor actor = found.get(0);
        boolean place = actor.type == ActorType.COUNTRY;
        if (place && places.getOrDefault(key, List.of()).size() > 1) {
          return null;
        }
        return LinkedMention.certain(actor.key, place ? AttributionRule.PLACE : actor.type == ActorType.GROUP ? AttributionRule.GROUP : AttributionRule.BODY, 0.9,
            place ? actor.key : actor.country);
      }
    }
    return null;
  }

  private LinkedMention described(ParsedMention phrase, int at, LocalDate on) {
    UUID country = country(phrase.names());
    List<String> words = ParsedMention.words(phrase.core());
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    LinkedMention place = place(phrase);
    if (place != null) {
      return place;
    }
    boolean people = words.stream().anyMatch(MentionLexicon::isPeople) && words.stream().noneMatch(MentionLexicon::isOrgan);
    if (people) {
      return country == null ? LinkedMention.nobody(List.of(), null) : LinkedMention.certain(newActors.group(phrase, country), AttributionRule.GROUP, 0.7, country);
    }
    if (!phrase.offices().isEmpty() && !MentionLexicon.isBody(last)) {
      return office(phrase, country, at, on);
    }
    CandidateActor land = country == null ? null : known.get(country);
    if (land == null || phrase.indefinite()) {
      return LinkedMention.nobody(List.of(), country);
    }
    if (MentionLexicon.isGovernment(last)) {
      return LinkedMention.certain(country, AttributionRule.PLACE, 0.75, country);
    }
    String official = officialName(phrase, land);
    if (official != null || MentionLexicon.isOrgan(last)) {
      return LinkedMention.certain(newActors.body(phrase, official, country), AttributionRule.BODY, 0.75, country);
    }
    return LinkedMention.nobody(List.of(), country);
  }

  /** The persons of the article by their offices, by those that it tells and those that they are known in. */
  private static final class Offices {

    private final Map<String, BitSet> byOffice = new HashMap<>();
    private final List<PersonCluster> persons = new ArrayList<>();
    private final Set<UUID> actors = new HashSet<>();
    /** What is said of them, and whom phrases mean: each is worked out but once, however often the article has it. */
    private final Map<PersonCluster, CandidateScorer.Said> said = new HashMap<>();
    private final Map<ParsedMention, Set<UUID>> meant = new IdentityHashMap<>();

    void add(PersonCluster person, UUID actor, CandidateActor known) {
      person.offices.forEach(this::note);
      actors.add(actor);
      if (known != null) {
        known.posts.stream().map(CandidatePost::office).filter(Objects::nonNull).forEach(this::note);
      }
      persons.add(person);
    }

    private void note(String office) {
      byOffice.computeIfAbsent(office, any -> new BitSet()).set(persons.size());
    }

    /** Those who have one of some offices, in the article's order. */
    List<PersonCluster> holders(Set<String> some) {
      BitSet holders = new BitSet();
      some.forEach(office -> holders.or(byOffice.getOrDefault(office, new BitSet())));
      return holders.stream().mapToObj(persons::get).toList();
    }
  }

  private Offices offices(LocalDate on) {
    Offices known = offices.get(on);
    if (known == null) {
      known = new Offices();
      for (PersonCluster person : persons.values()) {
        UUID actor = of(person, on, AttributionRule.NAME).actor();
        known.add(person, actor, this.known.get(actor));
      }
      offices.put(on, known);
    }
    return known;
  }

  /** Whom an office alone means: a person whom the article names with it, else its one holder on the day. */
  private LinkedMention office(ParsedMention phrase, UUID told, int at, LocalDate on) {
    Set<UUID> lands = new LinkedHashSet<>(countries(phrase.names()));
    Set<UUID> bodies = new LinkedHashSet<>(bodies(phrase.names()));
    CandidateActor owner = owner(phrase.owner(), null, on);
    if (owner != null) {
      lands(owner, on, lands);
      owner.posts.stream().filter(post -> post.organization() != null && post.heldOn(on)).forEach(post -> bodies.add(post.organization()));
    }
    UUID country = told != null ? told : lands.size() == 1 ? lands.iterator().next() : null;
    if (phrase.indefinite()) {
      return LinkedMention.nobody(List.of(), country);
    }
    boolean anywhere = lands.isEmpty() && bodies.isEmpty();
    Set<UUID> here = offices(on).meant.computeIfAbsent(phrase, any -> meant(phrase, lands, bodies, on));
    if (here.size() == 1) {
      return LinkedMention.certain(here.iterator().next(), AttributionRule.OFFICE, anywhere ? 0.65 : 0.85, country);
    }
    UUID last = here.size() > 1 && anywhere ? lastNamed(here, at, on) : null;
    if (last != null) {
      return LinkedMention.certain(last, AttributionRule.OFFICE, 0.6, country);
    }
    if (here.size() > 1 || anywhere || phrase.former()) {
      return LinkedMention.nobody(here.stream().limit(MOST_IN_OFFICE).map(actor -> new Candidate(actor, 0.4)).toList(), country);
    }
    Set<UUID> held = new LinkedHashSet<>();
    List<UUID> both = new ArrayList<>(bodies);
    both.addAll(lands);
    for (UUID body : both) {
      for (UUID holder : holders.getOrDefault(body, Set.of())) {
        CandidateActor actor = known.get(holder);
        boolean holds = actor != null && actor.posts.stream().anyMatch(post -> isMeant(post, phrase, Set.of(body), Set.of(body)) && post.heldOn(on));
        if (holds) {
          held.add(holder);
        }
      }
    }
    if (held.size() > 1) {
      // Whom only articles tell of does not stand beside whom reference data know.
      Set<UUID> vouched = held.stream().filter(holder -> known.get(holder).posts.stream().anyMatch(post -> isMeant(post, phrase, lands, bodies) && post.heldOn(on)
          && post.attestedFrom() == null)).collect(Collectors.toSet());
      if (!vouched.isEmpty()) {
        held.retainAll(vouched);
      }
    }
    if (held.size() > 1 && owner != null) {
      // "Putin's spokesman" is the Press Secretary of the President of Russia, not another ministry's.
      Set<UUID> theirs = held.stream().filter(holder -> known.get(holder).posts.stream().anyMatch(post -> post.heldOn(on)
          && owner.posts.stream().anyMatch(own -> own.heldOn(on) && post.title().contains(own.title())))).collect(Collectors.toSet());
      if (theirs.size() == 1) {
        return LinkedMention.certain(theirs.iterator().next(), AttributionRule.OFFICE, 0.75, country);
      }
    }
    if (held.size() > 1) {
      // In a country with a president and a prime minister, "the leader" is the one whom the article names.
      Set<UUID> named = held.stream().filter(offices(on).actors::contains).collect(Collectors.toSet());
      if (named.size() == 1) {
        return LinkedMention.certain(named.iterator().next(), AttributionRule.OFFICE, 0.75, country);
      }
    }
    return held.size() == 1 ? LinkedMention.certain(held.iterator().next(), AttributionRule.OFFICE, 0.8, country)
        : LinkedMention.nobody(held.stream().limit(MOST_CANDIDATES).map(actor -> new Candidate(actor, 0.4)).toList(), country);
  }

  /** Whom of those whom the article names an office means. */
  private Set<UUID> meant(ParsedMention phrase, Set<UUID> lands, Set<UUID> bodies, LocalDate on) {
    boolean anywhere = lands.isEmpty() && bodies.isEmpty();
    Set<UUID> meant = new LinkedHashSet<>();
    for (PersonCluster person : offices(on).holders(phrase.offices())) {
      stop.check();
      boolean fits = person.offices.stream().anyMatch(phrase.offices()::contains) && person.former == phrase.former();
      CandidateScorer.Said said = fits && !anywhere ? offices(on).said.computeIfAbsent(person, any -> said(person, on)) : null;
      UUID actor = of(person, on, AttributionRule.NAME).actor();
      CandidateActor known = this.known.get(actor);
      boolean says = fits && (anywhere || said.countries().stream().anyMatch(lands::contains) || said.bodies().stream().anyMatch(bodies::contains));
      boolean office = known != null && known.posts.stream().anyMatch(post -> post.office() != null && phrase.offices().contains(post.office()));
      boolean holds = known != null && !phrase.former() && (anywhere ? person.former == phrase.former() && heldAny(known, phrase, on)
          : known.posts.stream().anyMatch(post -> isMeant(post, phrase, lands, bodies) && post.heldOn(on)));
      // Whom reference data know in such a post held it on the day; whom only the article knows is taken at its word.
      if (actor != null && (holds || says && (!office || phrase.former()))) {
        meant.add(actor);
      }
    }
    return meant;
  }

  /** Who of some is named last before a place of the text, not far away; null for none. */
  private UUID lastNamed(Set<UUID> some, int at, LocalDate on) {
    UUID best = null;
    int last = Math.max(0, at - NEAR);
    for (PersonCluster person : persons.values()) {
      int here = orNone(person.places.lower(at));
      UUID actor = here > last ? of(person, on, AttributionRule.NAME).actor() : null;
      if (actor != null && some.contains(actor)) {
        last = here;
        best = actor;
      }
    }
    return best;
  }

  private static boolean isMeant(CandidatePost post, ParsedMention phrase, Set<UUID> lands, Set<UUID> bodies) {
    return post.office() != null && phrase.offices().contains(post.office())
        && (post.country() != null && lands.contains(post.country()) || post.organization() != null && bodies.contains(post.organization()));
  }

  private static boolean heldAny(CandidateActor known, ParsedMention phrase, LocalDate on) {
    return known.posts.stream().anyMatch(post -> post.office() != null && phrase.offices().contains(post.office()) && post.heldOn(on));
  }

  /** Whether a mention tells an office and where it is held, so that it means the one who held it on the day. */
  boolean tellsOffice(Mention mention) {
    ParsedMention phrase = phrases.get(mention.text());
    return phrase != null && phrase.name().isEmpty() && !phrase.offices().isEmpty() && !countries(phrase.names()).isEmpty();
  }

  /** The countries that an actor stands for on a day. */
  Set<UUID> stands(UUID actor, LocalDate day) {
    Set<UUID> lands = new LinkedHashSet<>();
    lands(known.get(actor), day == null ? published : day, lands);
    return lands;
  }

  /** An actor's name. */
  String name(UUID actor) {
    CandidateActor found = known.get(actor);
    return found == null ? newActors.name(actor) : found.name;
  }
}
