package org.rostrum.resolution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rostrum.actor.lookup.CandidateLookup;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.time.DateInheritance;

/**
 * Tells what a reading means: who its mentions are ({@link MentionResolver}), when statements without a day of their own were made, how they
 * stand to each other ({@link StanceLinker}), what happened ({@link EventAssembler}). No actor is better than a wrong one.
 */
@ApplicationScoped
public class ArticleResolver {

  /** A name that follows what it is of: "a spokesman for the army, Brigadier Nabil Osman, said". */
  private static final Pattern NAME_BEHIND = Pattern.compile("^, (?<name>\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|al-\\p{Lu}\\p{L}*|bin|von|van|der|de)){1,4})(?=[,.;]| in | on | at )");
  private static final int LONGEST_BEHIND = 100;
  /** So many names of a text are looked at: what has more is no news article. */
  private static final int MOST_NAMES = 5_000;
  private static final Pattern DESCRIBED = Pattern.compile("(?<who>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|\\p{Lu}[\\p{L}]+[’']s) [\\p{L} -]{3,60}), $");
  private static final int MOST_TITLES = 6;

  private final CandidateLookup directory;

  ArticleResolver(CandidateLookup directory) {
    this.directory = directory;
  }

  /**
   * What a reading means. Only reads: whom nobody knew is in the result, for whoever records it.
   *
   * @param body        the article's text
   * @param publishedOn its day
   * @param stop        asked for each mention, statement and event whether to go on
   */
  public Resolution resolve(String body, LocalDate publishedOn, ExtractionResult reading, StopSignal stop) {
    Map<Mention, Mention> whole = new HashMap<>();
    UnaryOperator<Mention> widened = mention -> whole.computeIfAbsent(mention, printed -> {
      stop.check();
      return whole(body, printed);
    });
    List<Mention> mentions = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      Stream.of(statement.speaker(), statement.source(), statement.addressee()).filter(Objects::nonNull).map(widened).forEach(mentions::add);
    }
    List<NameMention> names = reading.names().stream().limit(MOST_NAMES).map(name -> new NameMention(widened.apply(name.phrase()), name.name())).toList();
    List<ExtractedEvent> happenings = reading.happenings().stream().map(happening -> whole(widened, happening)).toList();
    happenings.forEach(happening -> {
      mentions.addAll(happening.sources());
      mentions.addAll(happening.targets());
      if (happening.place() != null) {
        mentions.add(happening.place());
      }
    });
    NewActorRegistry newActors = new NewActorRegistry();
    MentionResolver cast = new MentionResolver(directory, newActors, body, publishedOn, names, mentions, stop);
    List<LinkedMention> speakers = new ArrayList<>();
    List<LinkedMention> addressees = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      LocalDate day = statement.saidOn() == null ? publishedOn : statement.saidOn().date();
      boolean office = statement.antecedent() != null && cast.tellsOffice(statement.source());
      Mention speaker = office ? statement.source() : statement.speaker();
      speakers.add(speaker == null ? null : cast.resolve(widened.apply(speaker), day));
      addressees.add(statement.addressee() == null ? null : cast.resolve(widened.apply(statement.addressee()), day));
    }
    List<UtteranceDate> own = new ArrayList<>();
    reading.statements().forEach(statement -> own.add(statement.saidOn()));
    List<UtteranceDate> days = DateInheritance.inherit(own, speakers.stream().map(LinkedMention::actorOf).toList(), i -> reading.statements().get(i).then());
    List<Resolution.Stance> links = new StanceLinker(cast, reading.statements(), speakers, stop).find();
    List<ResolvedEvent> events = new EventAssembler(cast, reading.statements(), happenings, speakers, days, stop).find();
    return new Resolution(speakers, addressees, days, links, events, newActors.actors(), newActors.posts());
  }

  private static ExtractedEvent whole(UnaryOperator<Mention> widened, ExtractedEvent happening) {
    return new ExtractedEvent(happening.type(), happening.name(), happening.trigger(), happening.clause(), happening.sources().stream().map(widened).toList(),
        happening.targets().stream().map(widened).toList(), happening.place(), happening.on());
  }

  /** A mention with the name that follows it between commas, and with the words before a name that tell an office, which a parser may have left. */
  private static Mention whole(String body, Mention mention) {
    Mention wide = withTitles(body, mention);
    if (wide.text().length() > ParsedMention.LONGEST) {
      return wide;
    }
    List<String> words = wide.text().indexOf(',') < 0 ? ParsedMention.words(wide.text()) : List.of();
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    boolean named = words.size() < 2 || ParsedMention.isCapitalised(last) && !MentionLexicon.isTitle(last) && !MentionLexicon.isBody(last);
    if (named) {
      return wide;
    }
    int end = Math.min(body.length(), wide.end());
    Matcher behind = NAME_BEHIND.matcher(body.substring(end, Math.min(body.length(), end + LONGEST_BEHIND)));
    return behind.find() ? new Mention(wide.start(), end + behind.end(), wide.text() + behind.group()) : wide;
  }

  /** "Philippine military chief | General Romeo Brawner": names and words of office right before a name. */
  private static Mention withTitles(String body, Mention mention) {
    int end = Math.min(body.length(), mention.end());
    int from = Math.min(mention.start(), end);
    if (!ParsedMention.isCapitalised(mention.text())) {
      return mention;
    }
    String left = body.substring(Math.max(0, from - LONGEST_BEHIND), from);
    boolean ends = end < body.length() && ",.".indexOf(body.charAt(end)) >= 0 && left.endsWith(", ");
    if (ends && mention.text().indexOf(',') < 0) {
      Matcher described = DESCRIBED.matcher(left);
      if (described.find() && ParsedMention.words(described.group("who")).stream().anyMatch(MentionLexicon::isTitle)) {
        // "his executive secretary, | Lucas Bersamin,"
        return new Mention(from - described.group().length(), mention.end(), described.group() + mention.text());
      }
    }
    List<String> words = wordsAtEnd(left);
    if (words.isEmpty()) {
      return mention;
    }
    int first = words.size();
    boolean office = false;
    while (first > 0 && (ParsedMention.isCapitalised(words.get(first - 1)) || MentionLexicon.isTitle(words.get(first - 1)) || MentionLexicon.isOrgan(words.get(first - 1)) || MentionLexicon.isBody(words.get(first - 1)))) {
      first--;
      office |= MentionLexicon.isTitle(words.get(first)) || MentionLexicon.isOrgan(words.get(first));
    }
    if (!office) {
      return mention;
    }
    int start = from - String.join(" ", words.subList(first, words.size())).length() - 1;
    return new Mention(start, mention.end(), body.substring(start, from) + mention.text());
  }

  /** The words at the end of a text, each with one space behind it, up to six. */
  private static List<String> wordsAtEnd(String text) {
    LinkedList<String> words = new LinkedList<>();
    int end = text.length();
    while (words.size() < MOST_TITLES && end > 1 && text.charAt(end - 1) == ' ') {
      int start = end - 1;
      while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || "’'-".indexOf(text.charAt(start - 1)) >= 0)) {
        start--;
      }
      if (start == end - 1) {
        break;
      }
      words.addFirst(text.substring(start, end - 1));
      end = start;
    }
    return words;
  }
}
