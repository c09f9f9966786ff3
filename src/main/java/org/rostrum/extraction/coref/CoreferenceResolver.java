package org.rostrum.extraction.coref;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/**
 * Resolves "he", "who", "the ministry" and "the senator" to mentions of names in the same text. A pronoun refers to the
 * best of the last speakers and subjects that agree with it, a description to the one name that is printed with its
 * office ("the senator", "Sen. Tim Kaine"), and to none where there are several.
 */
public final class CoreferenceResolver {

    /** How many sentences before a pronoun its referent may be. */
    private static final int MAX_DISTANCE = 12;
    /** The same for "it" and the name of a body. */
    private static final int MAX_BODY_DISTANCE = 2;

    private static final String THE = "the ";
    private static final double SPEAKER = 3;
    private static final double SUBJECT = 2;
    private static final double SAME_PARAGRAPH = 1.5;
    /** The penalty of a name that nothing in the text shows to be a person's. */
    private static final double UNKNOWN_PERSON = 4;
    /** The penalty for each sentence of distance. */
    private static final double DISTANCE = 0.8;
    /** By the noun of a description, the words with a name for the same office: "the senator" for "Sen.". */
    private static final Map<String, Set<String>> OFFICES = Map.ofEntries(
            Map.entry("senator", Set.of("sen.", "senator")),
            Map.entry("governor", Set.of("gov.", "governor")),
            Map.entry("congressman", Set.of("rep.", "representative", "congressman")),
            Map.entry("congresswoman", Set.of("rep.", "representative", "congresswoman")),
            Map.entry("representative", Set.of("rep.", "representative")),
            Map.entry("lawmaker", Set.of("rep.", "sen.", "lawmaker", "senator", "congressman", "congresswoman")),
            Map.entry("general", Set.of("gen.", "general")),
            Map.entry("leader", Set.of("leader", "president", "premier", "chancellor", "king", "emir")),
            Map.entry("premier", Set.of("premier", "minister")),
            Map.entry("diplomat", Set.of("diplomat", "ambassador", "envoy")),
            Map.entry("spokesman", Set.of("spokesman", "spokesperson")),
            Map.entry("spokeswoman", Set.of("spokeswoman", "spokesperson")),
            Map.entry("doctor", Set.of("dr.", "doctor")));

    private final String text;
    private final Lexicon lexicon;
    private final NameIndex names;

    /**
     * @param text the text as analysed, without mark-up
     * @param lexicon knows forenames, nouns for persons and bodies, and places
     */
    public CoreferenceResolver(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.names = new NameIndex(text, lexicon);
    }

    /**
     * Adds the names of a sentence. Sentences must be added in the text's order, all of them before anything is
     * resolved.
     *
     * @param found the sentence's names
     * @param sentence the sentence's number
     * @param passage the number of its passage
     */
    public void add(ParsedSentence s, List<NameSpan> found, int sentence, int passage) {
        names.add(s, found, sentence, passage);
    }

    /**
     * The mention that the source of an attribution refers to; null where it is a name itself, and where no referent is
     * found. Sources must be resolved in the text's order: each is the preferred referent of pronouns after it.
     */
    public @Nullable CharSpan resolveSource(Anaphor anaphor) {
        CharSpan found = find(anaphor, 0);
        if (anaphor.span() == null) {
            return null;
        }
        CharSpan speaker = found == null ? anaphor.span() : found;
        NameIndex.Name name =
                found != null || anaphor.tag() != null && anaphor.tag().isName() ? names.at(speaker) : null;
        if (name != null && found == null) {
            name.speaker = true;
        } else if (name != null) {
            names.addSpeaker(name.span, name.bearer, anaphor);
        } else if (found != null || anaphor.tag() != null && lexicon.isPerson(anaphor.word())) {
            NameIndex.Bearer described = names.bearer(text.substring(speaker.start(), speaker.end()));
            described.person = true;
            names.addSpeaker(speaker, described, anaphor);
        }
        return found;
    }

    /**
     * The mention that a pronoun among the participants of an event refers to; null where it is no pronoun or no
     * referent is found. Such a pronoun mostly refers to the subject of its own sentence.
     */
    public @Nullable CharSpan resolveParticipant(Anaphor anaphor) {
        return anaphor.tag() == PosTag.PRP || anaphor.tag() == PosTag.WP || anaphor.tag() == PosTag.WDT
                ? find(anaphor, SPEAKER)
                : null;
    }

    private @Nullable CharSpan find(Anaphor anaphor, double sameSentence) {
        CharSpan span = anaphor.span();
        if (anaphor.tag() == null || span == null) {
            return null;
        }
        return switch (anaphor.tag()) {
            case WP, WDT -> anaphor.relative();
            case PRP ->
                switch (anaphor.word()) {
                    case "he", "him" -> person(anaphor, span, NameIndex.Gender.MALE, sameSentence);
                    case "she", "her" -> person(anaphor, span, NameIndex.Gender.FEMALE, sameSentence);
                    case "it" -> body(anaphor, span);
                    default -> null;
                };
            case NN -> described(anaphor, span);
            default -> null;
        };
    }

    private @Nullable CharSpan person(Anaphor anaphor, CharSpan span, NameIndex.Gender gender, double sameSentence) {
        int sentence = anaphor.sentence();
        NameIndex.Name best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (NameIndex.Name name : names.before(sentence, MAX_DISTANCE)) {
            if (name.sentence == sentence && name.span.start() >= span.start() && !name.speaker) {
                continue;
            }
            NameIndex.Gender known = name.bearer.gender;
            boolean person = name.bearer.person;
            if (!person && name.bearer.place) {
                continue;
            }
            boolean speaks = person || name.speaker || name.subject && !name.bearer.body;
            if (known != NameIndex.Gender.UNKNOWN && known != gender || !speaks || anaphor.covers(name.span)) {
                continue;
            }
            double score = (name.speaker ? SPEAKER : 0)
                    - (person ? 0 : name.speaker ? UNKNOWN_PERSON / 2 : UNKNOWN_PERSON)
                    + (name.subject || name.speaker ? SUBJECT : 0)
                    + (name.passage == anaphor.passage() ? SAME_PARAGRAPH : 0)
                    + (name.sentence == sentence && name.subject ? sameSentence : 0)
                    - DISTANCE * (sentence - name.sentence);
            if (score > most) {
                most = score;
                best = name;
            }
        }
        return best == null ? null : best.span;
    }

    /** The last body that spoke or was a subject. */
    private @Nullable CharSpan body(Anaphor anaphor, CharSpan span) {
        for (NameIndex.Name name : names.before(anaphor.sentence(), MAX_BODY_DISTANCE)) {
            boolean before = name.sentence < anaphor.sentence() || name.span.start() < span.start();
            if (before && (name.speaker || name.subject) && !name.bearer.person) {
                return name.span;
            }
        }
        return null;
    }

    /** The one name that is printed with the office in a description, or the body whose name contains its noun. */
    private @Nullable CharSpan described(Anaphor anaphor, CharSpan span) {
        String printed = text.substring(span.start(), Math.min(span.end(), span.start() + THE.length()))
                .toLowerCase(Locale.ROOT);
        if (!printed.equals(THE)) {
            return null;
        }
        NameIndex.OfficeHolder holder = new NameIndex.OfficeHolder();
        for (String office : OFFICES.getOrDefault(anaphor.word(), Set.of(anaphor.word()))) {
            NameIndex.OfficeHolder here = names.holder(office);
            if (here != null) {
                holder.add(here.name);
                holder.several |= here.several;
            }
        }
        String word = !lexicon.isPerson(anaphor.word())
                ? anaphor.word()
                : holder.name == null || holder.several ? "" : holder.name.toLowerCase(Locale.ROOT);
        NameIndex.Name best = null;
        for (NameIndex.Name name : names.withWord(word)) {
            if (name.span.start() >= span.start()) {
                break;
            }
            if (best == null || name.span.end() - name.span.start() > best.span.end() - best.span.start()) {
                best = name;
            }
        }
        return best == null ? null : best.span;
    }
}
