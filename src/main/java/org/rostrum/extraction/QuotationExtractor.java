package org.rostrum.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds direct quotations with an attribution beside them: {@code "…," Trump said}, {@code "…," said Dmitry Peskov},
 * {@code Peskov said: "…"}, and the second part of a quotation that goes on behind its attribution. Everything else, indirect
 * speech above all, is left alone.
 */
public final class QuotationExtractor implements Extractor {

  /** How far around a quotation its attribution is looked for, in UTF-16 code units: keeps the work linear. */
  private static final int REACH = 300;
  private static final int LONGEST_QUOTATION = 5_000;

  private static final String CUES = "said|says|told|tells|added|adds|warned|warns|wrote|writes|stated|argued|insisted|explained|"
      + "declared|announced|replied|responded|noted|asked|vowed|continued|claimed|acknowledged|admitted|stressed|emphasized|"
      + "emphasised|urged|cautioned|remarked|recalled|concluded|tweeted|posted|observed|pledged|promised|complained|commented";
  /** Who said it: no sentence's end, no quotation mark inside. */
  private static final String SOURCE = "(?<source>(?=\\p{L})(?:\\b\\p{Lu}\\.|[^.!?;:“”\"«»\\n]){1,200}?)";
  private static final Pattern SOURCE_CUE = Pattern.compile("^\\s{0,3}" + SOURCE + ",?\\s(?:also\\s|later\\s|then\\s)?(?<cue>" + CUES + ")\\b");
  private static final Pattern CUE_SOURCE = Pattern.compile("^\\s{0,3}(?<cue>" + CUES + ")\\s" + SOURCE + "(?=(?<!\\b\\p{Lu})\\.|[!?;\\n]|,\\s(?:who|when|as|in|after|before|adding|while|during|speaking)\\b|\\s(?:in|at|on|during|after|before|as|when|while|to)\\b|$)");
  /** The last cue before a quotation, with whom it was said to. */
  private static final Pattern LEADING_CUE = Pattern.compile(
      "^.*[\\s,](?<cue>" + CUES + ")(?<between>\\s[^.!?,:“”\"«»\\n]{1,80})?[,:]\\s{0,2}$");
  /** How a clause begins that names who speaks. */
  private static final Pattern SUBJECT = Pattern.compile(
      "^(?!(?:When|Asked|If|As|After|Before|In|On|At|While|Speaking|Earlier|Later|But|And|However|Meanwhile|Still|Yet)\\b)(?:\\p{Lu}|(?:he|she|they)\\s)");
  private static final Pattern ADVERB = Pattern.compile("\\s(?:then|also|later|once|again|still)\\s*$");
  private static final Pattern TOLD = Pattern.compile("^\\s(?:the\\s)?(?<addressee>\\p{Lu}[\\p{L}\\p{N}’'-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}’'-]*){0,5})");
  private static final Pattern WEEKDAY = Pattern.compile("\\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$");

  @Override
  public List<Statement> extract(String text, LocalDate publishedOn) {
    List<Statement> statements = new ArrayList<>();
    List<Quotation> quotations = quotations(text);
    for (int i = 0; i < quotations.size(); i++) {
      Quotation quotation = quotations.get(i);
      Attribution attribution = attribution(text, quotation);
      if (attribution == null) {
        continue;
      }
      List<Mention> content = new ArrayList<>(List.of(content(text, quotation, attribution)));
      int from = Math.max(quotation.end, attribution.end);
      while (i + 1 < quotations.size() && goesOn(text, from, quotations.get(i + 1))) {
        Quotation next = quotations.get(++i);
        content.add(Mention.of(text, next.start, next.end));
        from = next.end;
      }
      statements.add(statement(text, quotation, attribution, content, publishedOn));
    }
    return statements;
  }

  private static Statement statement(
      String text, Quotation quotation, Attribution attribution, List<Mention> content, LocalDate publishedOn) {
    boolean quoted = content.get(0).start() == quotation.start;
    String rest = text.substring(attribution.cue.end(), attribution.sentenceEnd);
    Mention addressee = addressee(rest, attribution.cue);
    return new Statement(content, quoted, attribution.cue, attribution.source, addressee,
        DateExpressions.first(rest, publishedOn), quoted ? 0.9 : 0.7);
  }

  private static Mention addressee(String rest, Mention cue) {
    Matcher matcher = TOLD.matcher(rest);
    if (!cue.text().matches("told|tells") || !matcher.find()) {
      return null;
    }
    String named = WEEKDAY.matcher(matcher.group("addressee")).replaceAll("");
    int start = cue.end() + matcher.start("addressee");
    return new Mention(start, start + named.length(), named);
  }

  /** What was said: the quotation, or the whole sentence up to its end where the quotation is only the sentence's end. */
  private static Mention content(String text, Quotation quotation, Attribution attribution) {
    if (attribution.leading) {
      return Mention.of(text, quotation.start, quotation.end);
    }
    int at = quotation.start;
    while (at > 0 && at > quotation.start - REACH && Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '\n') {
      at--;
    }
    boolean startsSentence = at == 0 || "\n.!?”\"»:,…—-([".indexOf(text.charAt(at - 1)) >= 0;
    if (startsSentence) {
      return Mention.of(text, quotation.start, quotation.end);
    }
    return Mention.of(text, sentenceStart(text, at), quotation.end);
  }

  private static int sentenceStart(String text, int before) {
    int at = before;
    int limit = Math.max(0, before - REACH);
    while (at > limit && "\n.!?”\"»".indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    while (at < before && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Attribution attribution(String text, Quotation quotation) {
    Attribution behind = ",?!—…".indexOf(text.charAt(quotation.end - 2)) >= 0 ? behind(text, quotation) : null;
    return behind == null ? before(text, quotation) : behind;
  }

  private static Attribution behind(String text, Quotation quotation) {
    int end = sentenceEnd(text, quotation.end);
    String window = text.substring(quotation.end, end);
    Matcher inverted = CUE_SOURCE.matcher(window);
    if (inverted.find()) {
      return new Attribution(mention(text, quotation.end, inverted, "source"), mention(text, quotation.end, inverted, "cue"), end, end, false);
    }
    Matcher straight = SOURCE_CUE.matcher(window);
    if (straight.find()) {
      return new Attribution(mention(text, quotation.end, straight, "source"), mention(text, quotation.end, straight, "cue"), end, end, false);
    }
    return null;
  }

  private static Attribution before(String text, Quotation quotation) {
    int from = quotation.start;
    int limit = Math.max(0, from - REACH);
    while (from > limit && text.charAt(from - 1) != '\n') {
      from--;
    }
    String window = text.substring(from, quotation.start);
    Matcher leading = LEADING_CUE.matcher(window);
    if (!leading.find()) {
      return null;
    }
    int source = subject(window.substring(0, leading.start("cue")));
    if (source < 0) {
      return null;
    }
    return new Attribution(trimmed(text, from + source, from + source + ADVERB.matcher(window.substring(source, leading.start("cue"))).replaceAll("").length()), mention(text, from, leading, "cue"),
        quotation.end, quotation.start, true);
  }

  /** Where the nearest clause before a cue begins that names who speaks; -1 where none does. */
  private static int subject(String window) {
    int sentence = 0;
    for (int i = 0; i + 1 < window.length(); i++) {
      boolean initial = i >= 2 && Character.isUpperCase(window.charAt(i - 1)) && !Character.isLetter(window.charAt(i - 2));
      if (".!?”\"".indexOf(window.charAt(i)) >= 0 && window.charAt(i + 1) == ' ' && !initial) {
        sentence = i + 2;
      }
    }
    int clause = window.length();
    while (clause > sentence) {
      int comma = window.lastIndexOf(", ", clause - 3);
      clause = comma < sentence ? sentence : comma + 2;
      String start = window.substring(clause);
      if (SUBJECT.matcher(start).find() || clause == sentence && start.startsWith("the ")) {
        return clause;
      }
    }
    return -1;
  }

  private static Mention mention(String text, int offset, Matcher matcher, String group) {
    return trimmed(text, offset + matcher.start(group), offset + matcher.end(group));
  }

  private static Mention trimmed(String text, int start, int until) {
    int end = until;
    while (end > start && ", ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return Mention.of(text, start, end);
  }

  /** Where the sentence that begins behind a quotation ends: behind its full stop, or before the next quotation or line. */
  private static int sentenceEnd(String text, int from) {
    int limit = Math.min(text.length(), from + REACH);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' || "“\"«".indexOf(c) >= 0) {
        return i;
      }
      boolean stop = ".!?".indexOf(c) >= 0 && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
      boolean initial = c == '.' && i >= 2 && Character.isUpperCase(text.charAt(i - 1)) && !Character.isLetter(text.charAt(i - 2));
      if (stop && !initial) {
        return i + 1;
      }
    }
    return limit;
  }

  /** Whether a quotation follows at once on the same line and has no attribution of its own. */
  private static boolean goesOn(String text, int from, Quotation next) {
    boolean sentenceEnded = ".!?”\"»".indexOf(text.charAt(from - 1)) >= 0;
    if (!sentenceEnded || next.start < from || next.start - from > 3) {
      return false;
    }
    for (int i = from; i < next.start; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\u00a0') {
        return false;
      }
    }
    return attribution(text, next) == null;
  }

  /** All quotations, marks included. A straight mark opens and closes in turn, anew on each line. */
  private static List<Quotation> quotations(String text) {
    List<Quotation> quotations = new ArrayList<>();
    int open = -1;
    char closing = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        open = -1;
      } else if (open < 0 && "“\"«".indexOf(c) >= 0) {
        open = i;
        closing = c == '“' ? '”' : c == '«' ? '»' : '"';
      } else if (open >= 0 && c == closing) {
        if (i - open > 2 && i - open < LONGEST_QUOTATION) {
          quotations.add(new Quotation(open, i + 1));
        }
        open = -1;
      }
    }
    return quotations;
  }

  private record Quotation(int start, int end) {}

  /**
   * @param end         behind which the quotation may go on
   * @param sentenceEnd up to where the attribution's own words reach
   * @param leading     whether it stands before the quotation
   */
  private record Attribution(Mention source, Mention cue, int end, int sentenceEnd, boolean leading) {}
}
