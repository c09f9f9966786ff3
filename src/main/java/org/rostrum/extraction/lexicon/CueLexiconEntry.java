package org.rostrum.extraction.lexicon;

import java.util.Set;
import org.rostrum.graph.value.SpeechAct;

/**
 * A word that attributes statements, from {@code cues.tsv}.
 *
 * @param lemma its base form
 * @param kind its part of speech
 * @param frames how its content may be expressed, one letter each; lower case for a frame that seldom attributes
 * @param type what kind of attribution it makes
 * @param act the speech act that it reports
 * @param prepositions the prepositions before its content, for {@link #PREPOSITION}
 */
public record CueLexiconEntry(
        String lemma, Word kind, String frames, Type type, SpeechAct act, Set<String> prepositions) {

    public static final char QUOTATION = 'Q';
    public static final char CLAUSE = 'S';
    public static final char QUESTION = 'W';
    public static final char INFINITIVE = 'T';
    public static final char OBJECT_INFINITIVE = 'O';
    public static final char GERUND = 'G';
    public static final char NOUN = 'N';
    public static final char PREPOSITION = 'P';
    public static final char AS = 'A';
    public static final char COMPLEMENT = 'C';

    public enum Word {
        VERB,
        NOUN,
        ADJECTIVE
    }

    /** Audible speech; a thought or a feeling; an intention; a position; what a document or study says. */
    public enum Type {
        SPEECH,
        THOUGHT,
        INTENTION,
        STANCE,
        EVIDENCE
    }

    /** Whether the word has a frame, even one that seldom attributes. */
    public boolean has(char frame) {
        return mostly(frame) || isRare(frame);
    }

    /** Whether the word has a frame that mostly attributes. */
    public boolean mostly(char frame) {
        return frames.indexOf(frame) >= 0;
    }

    /** Whether the word is a verb of saying: it takes both quotations and clauses. */
    public boolean says() {
        return mostly(QUOTATION) && mostly(CLAUSE);
    }

    public boolean isRare(char frame) {
        return frames.indexOf(Character.toLowerCase(frame)) >= 0;
    }
}
