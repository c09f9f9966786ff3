package org.rostrum.extraction.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rostrum.extraction.lexicon.CueLexiconEntry.Type;
import org.rostrum.extraction.lexicon.CueLexiconEntry.Word;
import org.rostrum.graph.value.SpeechAct;

/** What the reader knows of words, from the files in {@code /extraction}. */
public final class Lexicon {

  private final Map<String, CueLexiconEntry> verbs = new HashMap<>();
  private final Map<String, CueLexiconEntry> nouns = new HashMap<>();
  private final Map<String, CueLexiconEntry> adjectives = new HashMap<>();
  private final Set<String> speakers = new HashSet<>();
  private final Set<String> persons = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> male = new HashSet<>();
  private final Set<String> female = new HashSet<>();
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> titles = new HashSet<>();

  public Lexicon() {
    Inflector inflections = new Inflector();
    for (String[] row : rows("cues.tsv")) {
      CueLexiconEntry entry = entry(row);
      switch (entry.kind()) {
        case VERB -> inflections.verb(entry.lemma()).forEach(form -> verbs.putIfAbsent(form, entry));
        case NOUN -> {
          nouns.put(entry.lemma(), entry);
          nouns.put(Inflector.plural(entry.lemma()), entry);
        }
        case ADJECTIVE -> adjectives.put(entry.lemma(), entry);
      }
    }
    for (String code : Locale.getISOCountries()) {
      places.add(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }
    for (String[] row : rows("speakers.tsv")) {
      if (row[0].equals("place")) {
        places.addAll(List.of(row[1].split(" ")));
        continue;
      }
      for (String noun : row[1].split(" ")) {
        speakers.add(noun);
        speakers.add(Inflector.plural(noun));
        if (row[0].equals("person")) {
          persons.add(noun);
        } else {
          bodies.add(noun);
        }
      }
    }
    rows("forenames.tsv").forEach(row -> (row[0].equals("M") ? male : female).addAll(List.of(row[1].split(" "))));
    speakers.addAll(List.of("men", "women", "children", "people", "police", "data", "media"));
    for (String[] row : rows("abbreviations.tsv")) {
      abbreviations.add(row[1]);
      if (row[0].equals("T")) {
        titles.add(row[1]);
      }
    }
  }

  private static CueLexiconEntry entry(String[] row) {
    Word word = switch (row[1]) {
      case "V" -> Word.VERB;
      case "N" -> Word.NOUN;
      case "A" -> Word.ADJECTIVE;
      default -> throw new IllegalArgumentException("cues.tsv: " + row[0] + " is no " + row[1]);
    };
    Set<String> prepositions = row.length > 5 && !row[5].isEmpty() ? Set.of(row[5].split(",")) : Set.of();
    return new CueLexiconEntry(row[0], word, row[2], Type.valueOf(row[3].toUpperCase(Locale.ROOT)), SpeechAct.valueOf(row[4]), prepositions);
  }

  /** The rows of a data file, by columns; lines that begin with # are remarks. */
  public static List<String[]> rows(String file) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(Lexicon.class.getResourceAsStream("/extraction/" + file), file), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The entry of a verb's form; null where it is no cue. */
  public CueLexiconEntry verb(String form) {
    return verbs.get(form.toLowerCase(Locale.ROOT));
  }

  public CueLexiconEntry noun(String form) {
    return nouns.get(form.toLowerCase(Locale.ROOT));
  }

  public CueLexiconEntry adjective(String form) {
    return adjectives.get(form.toLowerCase(Locale.ROOT));
  }

  /** Whether a noun is one for somebody or something that can tell. */
  public boolean speaks(String noun) {
    return speakers.contains(noun.toLowerCase(Locale.ROOT));
  }

  /** Whether a noun is one for a single person. */
  public boolean isPerson(String noun) {
    return persons.contains(noun);
  }

  /** Whether a noun is one for a body or a text. */
  public boolean isBody(String noun) {
    return bodies.contains(noun);
  }

  /** Whether a name is a country's or a capital's, which stands for its government. */
  public boolean isPlace(String name) {
    return places.contains(name);
  }

  public boolean isMale(String forename) {
    return male.contains(forename);
  }

  public boolean isFemale(String forename) {
    return female.contains(forename);
  }

  public Set<String> abbreviations() {
    return abbreviations;
  }

  /** Whether a word with a full stop stands before a name, and so ends no sentence. */
  public boolean isTitle(String abbreviation) {
    return titles.contains(abbreviation);
  }

  /** Whether a form is that of a verb that quotations stand beside. */
  public boolean quotes(String form) {
    CueLexiconEntry entry = verb(form);
    return entry != null && entry.mostly(CueLexiconEntry.QUOTATION);
  }

  /** Whether a verb that quotations stand beside is among the words of a stretch of text. */
  public boolean quotesSoon(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (at > from && quotes(text.substring(from, at))) {
        return true;
      }
      at = at == from ? at + 1 : at;
    }
    return false;
  }

  /** Whether the last word of a stretch of text is a verb that quotations stand beside. */
  public boolean quotesAtEnd(String text, int start, int end) {
    int from = end;
    while (from > start && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return quotes(text.substring(from, end));
  }
}
