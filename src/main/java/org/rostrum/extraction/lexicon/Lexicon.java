package org.rostrum.extraction.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry.Word;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TsvFile;

/**
 * The lexicon of extraction, from the data files in {@code /extraction}: cues, nouns for speakers, forenames, places,
 * abbreviations.
 */
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
        for (TsvFile.TsvRow row :
                TsvFile.read("/extraction/cues.tsv", "lemma", "word class", "frames", "type", "act", "prepositions")) {
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
        for (TsvFile.TsvRow row : TsvFile.read("/extraction/speakers.tsv", "sort", "words")) {
            if (row.get("sort").equals("place")) {
                places.addAll(List.of(row.get("words").split(" ")));
                continue;
            }
            for (String noun : row.get("words").split(" ")) {
                speakers.add(noun);
                speakers.add(Inflector.plural(noun));
                if (row.get("sort").equals("person")) {
                    persons.add(noun);
                } else {
                    bodies.add(noun);
                }
            }
        }
        TsvFile.read("/extraction/forenames.tsv", "gender", "names")
                .forEach(row -> (row.get("gender").equals("M") ? male : female)
                        .addAll(List.of(row.get("names").split(" "))));
        speakers.addAll(List.of("men", "women", "children", "people", "police", "data", "media"));
        for (TsvFile.TsvRow row : TsvFile.read("/extraction/abbreviations.tsv", "sort", "abbreviation")) {
            abbreviations.add(row.get("abbreviation"));
            if (row.get("sort").equals("T")) {
                titles.add(row.get("abbreviation"));
            }
        }
    }

    private static CueLexiconEntry entry(TsvFile.TsvRow row) {
        Word word =
                switch (row.get("word class")) {
                    case "V" -> Word.VERB;
                    case "N" -> Word.NOUN;
                    case "A" -> Word.ADJECTIVE;
                    default ->
                        throw new IllegalArgumentException(
                                "cues.tsv: unknown word class " + row.get("word class") + " of " + row.get("lemma"));
                };
        String prepositions = row.get("prepositions");
        return new CueLexiconEntry(
                row.get("lemma"),
                word,
                row.get("frames"),
                CueLexiconEntry.Type.valueOf(row.get("type").toUpperCase(Locale.ROOT)),
                SpeechAct.valueOf(row.get("act")),
                prepositions.isEmpty() ? Set.of() : Set.of(prepositions.split(",")));
    }

    /** The entry of a verb by any of its forms; null where it is no cue. */
    public @Nullable CueLexiconEntry verb(String form) {
        return verbs.get(form.toLowerCase(Locale.ROOT));
    }

    /** The entry of a noun in the singular or plural; null where it is no cue. */
    public @Nullable CueLexiconEntry noun(String form) {
        return nouns.get(form.toLowerCase(Locale.ROOT));
    }

    /** The entry of an adjective; null where it is no cue. */
    public @Nullable CueLexiconEntry adjective(String form) {
        return adjectives.get(form.toLowerCase(Locale.ROOT));
    }

    /** Whether a noun denotes a person, a body or a text that can be a source. */
    public boolean speaks(String noun) {
        return speakers.contains(noun.toLowerCase(Locale.ROOT));
    }

    /** Whether a noun in lower case denotes a single person. */
    public boolean isPerson(String noun) {
        return persons.contains(noun);
    }

    /** Whether a noun in lower case denotes a body or a text. */
    public boolean isBody(String noun) {
        return bodies.contains(noun);
    }

    /** Whether a name is that of a country or a capital, which may stand for a government. */
    public boolean isPlace(String name) {
        return places.contains(name);
    }

    /** Whether a forename is a man's. */
    public boolean isMale(String forename) {
        return male.contains(forename);
    }

    /** Whether a forename is a woman's. */
    public boolean isFemale(String forename) {
        return female.contains(forename);
    }

    /** Words that are written with a full stop which ends no sentence, without it. */
    public Set<String> abbreviations() {
        return abbreviations;
    }

    /** Whether an abbreviation is a title before names, so that its full stop ends no sentence. */
    public boolean isTitle(String abbreviation) {
        return titles.contains(abbreviation);
    }

    /** Whether a form is that of a verb that takes quotations. */
    public boolean quotes(String form) {
        CueLexiconEntry entry = verb(form);
        return entry != null && entry.mostly(CueLexiconEntry.QUOTATION);
    }

    /** Whether a part of a text contains a verb that takes quotations. */
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

    /** Whether the last word of a part of a text is a verb that takes quotations. */
    public boolean quotesAtEnd(String text, int start, int end) {
        int from = end;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return quotes(text.substring(from, end));
    }
}
