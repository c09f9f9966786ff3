package org.rostrum.extraction.coref;

import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;

/**
 * The names of a text, by position, by word and by the offices that are printed with them, with what the text says of
 * their bearers: gender, and whether they are persons or bodies. Bounded, so that no text makes it large.
 */
final class NameIndex {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,()]+");
    /** How many occurrences of a word in names are kept: the longest name is among the first. */
    private static final int MAX_OCCURRENCES = 20;
    /** How many names near a pronoun are compared: ordinary text has no more in so few sentences. */
    private static final int MAX_CANDIDATES = 300;
    /** How many names of a text are kept, under how many words: news articles have fewer. */
    private static final int MAX_NAMES = 20_000;

    private static final int MAX_WORDS = 50_000;

    enum Gender {
        MALE,
        FEMALE,
        UNKNOWN
    }

    /** What the text says of whoever bears a surname. */
    static final class Bearer {
        Gender gender = Gender.UNKNOWN;
        boolean person;
        boolean body;
        boolean place;
    }

    /** The surnames that an office is printed with: none, one, or several. */
    static final class OfficeHolder {
        @Nullable
        String name;

        boolean several;

        void add(@Nullable String other) {
            several |= name != null && !name.equals(other);
            name = other;
        }
    }

    /** An occurrence of a person's or a body's name. */
    static final class Name {
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

    private final String text;
    private final Lexicon lexicon;
    /** In the text's order. */
    private final List<Name> names = new ArrayList<>();
    /** Who speaks in a sentence by a pronoun or a description, by the number of the sentence. */
    private final Map<Integer, List<Name>> spoken = new HashMap<>();
    /** The first occurrences, by each word of the name in lower case. */
    private final Map<String, List<Name>> byWord = new HashMap<>();

    private final TreeMap<Integer, Name> byStart = new TreeMap<>();
    private final Map<String, Bearer> bearers = new HashMap<>();
    /** By a word for an office in lower case, the surnames printed with it. */
    private final Map<String, OfficeHolder> offices = new HashMap<>();

    NameIndex(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /**
     * Adds the names of a sentence. Sentences must be added in the text's order, all of them before the first look-up.
     */
    void add(ParsedSentence s, List<NameSpan> found, int number, int passage) {
        for (NameSpan span : found) {
            if (names.size() == MAX_NAMES) {
                return;
            }
            String surname = s.form(span.last());
            boolean subject = s.relation(span.head()) == NSUBJ || s.relation(span.head()) == NSUBJPASS;
            Name name = new Name(span.phrase(), bearer(surname), number, passage, subject);
            names.add(name);
            byStart.put(span.phrase().start(), name);
            for (int word = span.first(); word <= span.last(); word++) {
                addWord(s.form(word).toLowerCase(Locale.ROOT), name);
            }
            describe(s, span.first(), span.last(), surname, span.phrase());
        }
    }

    private void addWord(String word, Name name) {
        List<Name> named = byWord.get(word);
        if (named == null && byWord.size() < MAX_WORDS) {
            named = new ArrayList<>(1);
            byWord.put(word, named);
        }
        if (named != null && named.size() < MAX_OCCURRENCES) {
            named.add(name);
        }
    }

    /** What the text says of whoever bears a surname or a description, which may be changed. */
    Bearer bearer(String last) {
        return bearers.computeIfAbsent(last, name -> {
            Bearer bearer = new Bearer();
            bearer.place = lexicon.isPlace(name);
            return bearer;
        });
    }

    private void describe(ParsedSentence s, int first, int last, String surname, CharSpan span) {
        Gender gender = Gender.UNKNOWN;
        for (int word = first; word < last || word == first; word++) {
            Gender known = lexicon.isMale(s.form(word))
                    ? Gender.MALE
                    : lexicon.isFemale(s.form(word)) ? Gender.FEMALE : Gender.UNKNOWN;
            gender = gender == Gender.UNKNOWN ? known : gender;
        }
        Bearer bearer = bearer(surname);
        boolean person = gender != Gender.UNKNOWN && last > first;
        bearer.body |= last == first && bearer.place;
        for (String word :
                BETWEEN_WORDS.split(text.substring(span.start(), Math.min(span.end(), span.start() + 200)))) {
            String small = word.toLowerCase(Locale.ROOT);
            if (lexicon.isBody(small)
                    || word.length() > 1
                            && word.equals(word.toUpperCase(Locale.ROOT))
                            && Character.isLetter(word.charAt(1))) {
                bearer.body = true;
            }
            if (lexicon.isPerson(small)
                    || small.equals("sen.")
                    || small.equals("rep.")
                    || small.equals("gov.")
                    || small.equals("gen.")
                    || small.equals("dr.")) {
                person = true;
                offices.computeIfAbsent(small, office -> new OfficeHolder()).add(surname);
            }
            if (small.equals("mr.") || small.equals("mr") || small.endsWith("sman")) {
                gender = Gender.MALE;
                person = true;
            } else if (small.equals("mrs.")
                    || small.equals("ms.")
                    || small.equals("mrs")
                    || small.equals("ms")
                    || small.endsWith("swoman")) {
                gender = Gender.FEMALE;
                person = true;
            }
        }
        bearer.gender = bearer.gender == Gender.UNKNOWN ? gender : bearer.gender;
        bearer.person |= person;
    }

    /** The name inside of a span or around it; null for none. */
    @Nullable
    Name at(CharSpan span) {
        Map.Entry<Integer, Name> inside = byStart.ceilingEntry(span.start());
        if (inside != null && span.contains(inside.getValue().span)) {
            return inside.getValue();
        }
        Map.Entry<Integer, Name> around = byStart.floorEntry(span.start());
        return around != null && around.getValue().span.contains(span) ? around.getValue() : null;
    }

    /** Adds the referent of a pronoun or a description that speaks, as if the name were printed there. */
    void addSpeaker(CharSpan span, Bearer bearer, Anaphor anaphor) {
        Name again = new Name(span, bearer, anaphor.sentence(), anaphor.passage(), true);
        again.speaker = true;
        spoken.computeIfAbsent(anaphor.sentence(), sentence -> new ArrayList<>(1))
                .add(again);
    }

    /** The names of a sentence and of as many as {@code farthest} before it, the last first. */
    List<Name> before(int sentence, int farthest) {
        List<Name> found = new ArrayList<>();
        int at = countUpTo(sentence);
        for (int here = sentence; here >= sentence - farthest; here--) {
            List<Name> speakers = spoken.getOrDefault(here, List.of());
            for (int i = speakers.size() - 1; i >= 0 && found.size() < MAX_CANDIDATES; i--) {
                found.add(speakers.get(i));
            }
            while (at > 0 && names.get(at - 1).sentence == here && found.size() < MAX_CANDIDATES) {
                found.add(names.get(--at));
            }
        }
        return found;
    }

    /** How many names there are up to the end of a sentence. */
    private int countUpTo(int sentence) {
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

    /** The first names in the text that have a word, in lower case. */
    List<Name> withWord(@Nullable String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** The surnames that an office is printed with, by its word in lower case; null for none. */
    @Nullable
    OfficeHolder holder(String office) {
        return offices.get(office);
    }
}
