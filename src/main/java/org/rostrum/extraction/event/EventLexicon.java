package org.rostrum.extraction.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.Inflector;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.TsvFile;

/** The words that report events, from {@code events.tsv}, in all their inflected forms. */
final class EventLexicon {

    /**
     * A word's reading as an event.
     *
     * @param type the kind of event
     * @param verb whether the word is a verb, else a noun
     * @param sides what introduces the other participants: prepositions, and "O" for the direct object
     * @param object what the phrase of a verb's object must match; null for anything
     * @param name what such an event is called: "Meeting"
     */
    record Entry(
            EventType type,
            boolean verb,
            Set<String> sides,
            @Nullable Pattern object,
            String name) {}

    private final Map<String, List<Entry>> verbs = new HashMap<>();
    private final Map<String, List<Entry>> nouns = new HashMap<>();

    EventLexicon() {
        Inflector inflections = new Inflector();
        for (TsvFile.TsvRow row :
                TsvFile.read("/extraction/events.tsv", "type", "word class", "words", "sides", "object", "name")) {
            boolean verb = row.get("word class").equals("V");
            String object = row.get("object");
            Entry entry = new Entry(
                    EventType.valueOf(row.get("type")),
                    verb,
                    Set.of(row.get("sides").split(",")),
                    object.equals("-")
                            ? null
                            : Pattern.compile(object, verb && object.startsWith("\\b") ? Pattern.CASE_INSENSITIVE : 0),
                    row.get("name"));
            for (String word : row.get("words").split(",")) {
                for (String form : verb ? inflections.verb(word) : List.of(word, Inflector.plural(word))) {
                    (verb ? verbs : nouns)
                            .computeIfAbsent(form, any -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
    }

    /** The readings of a token as an event, in order of preference; empty for none. */
    List<Entry> entries(String form, PosTag tag) {
        if (tag.isVerb()) {
            return verbs.getOrDefault(form.toLowerCase(Locale.ROOT), List.of());
        }
        return tag == PosTag.NN || tag == PosTag.NNS
                ? nouns.getOrDefault(form.toLowerCase(Locale.ROOT), List.of())
                : List.of();
    }
}
