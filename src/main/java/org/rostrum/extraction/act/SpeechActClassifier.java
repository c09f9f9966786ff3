package org.rostrum.extraction.act;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TsvFile;

/**
 * Classifies what somebody does by a statement: by the cue ("accused", "promised"), and where that only reports speech,
 * by the patterns for the content in {@code acts.tsv}. The default is {@link SpeechAct#STATE}, CAMEO's 010, which
 * asserts least. It caches the last content, so each article needs its own instance.
 */
public final class SpeechActClassifier {

    /** How much of a content is classified, in UTF-16 code units: the words that show the act come early. */
    public static final int MAX_LENGTH = 300;

    private static final Pattern BEGINNING = Pattern.compile("^(?:[\\p{P}\\s]|that\\b)+");
    private static final Pattern SILENCE = Pattern.compile(
            "(?i)\\b(?:comment|discuss|say|answer|elaborate|respond|speak|talk|provide details|requests? for comment)\\b");
    private static final Pattern NEGATED = Pattern.compile(".*(?:\\bnot\\b|n['’]t\\b|\\bnever\\b).*");
    private static final Set<String> UNWILLING = Set.of("decline", "refuse");

    private record Rule(SpeechAct act, Pattern pattern) {}

    private static final List<Rule> RULES = TsvFile.read("/extraction/acts.tsv", "act", "pattern").stream()
            .map(row -> new Rule(
                    SpeechAct.valueOf(row.get("act")),
                    Pattern.compile(
                            row.get("pattern"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)))
            .toList();

    /**
     * The last content, empty at first, and its act: the contents of several cues in one sentence often begin alike.
     */
    private String last = "";

    private SpeechAct lastAct = byWords(last);

    /**
     * The act of a statement.
     *
     * @param entry the cue's; null for "according to" and punctuation
     * @param cue the cue's words
     * @param content what was said
     */
    public SpeechAct act(@Nullable CueLexiconEntry entry, String cue, String content) {
        String said = content.length() > MAX_LENGTH ? content.substring(0, MAX_LENGTH) : content;
        SpeechAct byCue = entry == null ? SpeechAct.STATE : entry.act();
        String lemma = entry == null ? "" : entry.lemma();
        boolean negated = NEGATED.matcher(cue.toLowerCase(Locale.ROOT)).matches();
        if ((UNWILLING.contains(lemma)
                        || negated && (lemma.equals("respond") || lemma.equals("answer") || lemma.equals("comment")))
                && SILENCE.matcher(said).find()) {
            return SpeechAct.DECLINE_COMMENT;
        }
        if (byCue != SpeechAct.STATE) {
            return byCue;
        }
        if (!said.equals(last)) {
            lastAct = byWords(said);
            last = said;
        }
        return lastAct;
    }

    private static SpeechAct byWords(String said) {
        String words = BEGINNING.matcher(said).replaceFirst("");
        for (Rule rule : RULES) {
            if (rule.pattern.matcher(words).find()) {
                return rule.act;
            }
        }
        return SpeechAct.STATE;
    }
}
