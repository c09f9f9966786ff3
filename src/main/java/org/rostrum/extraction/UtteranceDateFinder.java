package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.APPOS;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.event.EventExtractor;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.Modality;

/** Chooses among a sentence's time expressions the one that dates an attribution or an event. */
final class UtteranceDateFinder {

    /** How many tokens from the cue or the trigger an expression that dates it may be. */
    private static final int MAX_DISTANCE = 40;
    /** How many heads above an expression are searched for a clause about something else. */
    private static final int MAX_STEPS = 12;
    /** Words for another time than that of the speaker's other statements. */
    private static final Set<String> OTHER_TIMES = Set.of(
            "previously",
            "earlier",
            "once",
            "long",
            "often",
            "repeatedly",
            "always",
            "never",
            "sometimes",
            "frequently");

    private static final Set<String> SPANS = Set.of("since", "until", "till");

    private UtteranceDateFinder() {}

    /**
     * The expression that dates an attribution; empty where none does.
     *
     * @param kind how the attribution reports its content
     */
    static Optional<TimeExpressionResolver.Expression> of(
            AttributionBuilder attribution, List<TimeExpressionResolver.Expression> expressions, ClaimKind kind) {
        ParsedSentence s = attribution.sentence;
        boolean noun = !expressions.isEmpty() && isNominal(attribution, kind);
        TimeExpressionResolver.Expression best = null;
        int nearest = 2 * MAX_DISTANCE;
        for (TimeExpressionResolver.Expression expression : expressions) {
            CharSpan span = new CharSpan(s.start(expression.from()), s.end(expression.to()));
            // What depends on the cue dates it, even where another is nearer: "who fled on Sunday, said on Wednesday".
            boolean dependent = attribution.word >= 0 && s.isWithin(expression.to(), attribution.word);
            int distance = Math.abs(expression.from() - attribution.word) + (dependent ? 0 : MAX_DISTANCE);
            boolean outside = noun || attribution.content.stream().noneMatch(part -> part.touches(span));
            boolean beside = expression.from() > attribution.word && expression.from() <= attribution.word + 3;
            boolean ofClause = dependent || beside || attribution.word < 0 || s.relation(attribution.word) != RELCL;
            if (distance < nearest
                    && outside
                    && ofClause
                    && !isNoTime(s, expression)
                    && datesCue(s, expression, attribution.word, attribution.quoted)) {
                nearest = distance;
                best = expression;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Since August", "this year’s conference": no time at which something happens. */
    static boolean isNoTime(ParsedSentence s, TimeExpressionResolver.Expression expression) {
        boolean span = expression.from() > 0
                && SPANS.contains(s.form(expression.from() - 1).toLowerCase(Locale.ROOT));
        boolean owner = expression.precision() != DatePrecision.DAY
                && expression.to() + 1 < s.size()
                && s.tag(expression.to() + 1) == PosTag.POS;
        return span || owner;
    }

    /** The expression nearest to an event's trigger; empty where none is near. */
    static Optional<TimeExpressionResolver.Expression> of(
            EventExtractor.EventFinding event, List<TimeExpressionResolver.Expression> expressions) {
        TimeExpressionResolver.Expression best = null;
        int nearest = MAX_DISTANCE;
        for (TimeExpressionResolver.Expression expression : expressions) {
            int distance = Math.abs(expression.from() - event.trigger());
            if (distance < nearest) {
                nearest = distance;
                best = expression;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Whether a statement was made on the occasion that the text reports, or when the speaker made others, as far as
     * its sentence shows: without "had" or "previously", in no aside about somebody, and no other time is told. "Has
     * said" is news in a text's first sentence, and history in others.
     *
     * @param leads whether it is in the text's first sentence
     * @param expressions the sentence's time expressions
     */
    static boolean isOnOccasion(
            AttributionBuilder attribution,
            boolean leads,
            List<TimeExpressionResolver.Expression> expressions,
            Predicate<TimeExpressionResolver.Expression> isRecent) {
        ParsedSentence s = attribution.sentence;
        int word = attribution.word;
        if (attribution.modality != Modality.ASSERTED) {
            return false;
        }
        if (attribution.verbatim || word < 0 || attribution.entry == null) {
            return true;
        }
        boolean aside = s.relation(word) == RELCL && s.tag(word) != PosTag.VBD;
        boolean noun = attribution.entry.kind() == CueLexiconEntry.Word.NOUN;
        if (noun || aside) {
            return false;
        }
        for (int at = Math.max(0, word - 3); at < Math.min(s.size(), word + 2); at++) {
            String form = s.form(at).toLowerCase(Locale.ROOT);
            boolean perfect = form.equals("has") || form.equals("have");
            if (OTHER_TIMES.contains(form) || at < word && (form.equals("had") || perfect && !leads)) {
                return false;
            }
        }
        return expressions.stream()
                .allMatch(expression -> isRecent.test(expression)
                        || attribution.covers(new CharSpan(s.start(expression.from()), s.end(expression.to()))));
    }

    /**
     * Whether the content is a noun phrase, not a clause: in "rejected a proposal on Tuesday" the day is that of
     * rejecting it.
     */
    private static boolean isNominal(AttributionBuilder attribution, ClaimKind kind) {
        if (attribution.word < 0 || attribution.quoted || kind != ClaimKind.INDIRECT) {
            return false;
        }
        ParsedSentence s = attribution.sentence;
        for (int at = 0; at < s.size(); at++) {
            boolean inside = attribution.covers(new CharSpan(s.start(at), s.end(at)));
            if (inside && (s.tag(at).isFinite() || s.tag(at) == PosTag.VB)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an expression is not part of a clause about something else. */
    private static boolean datesCue(
            ParsedSentence s, TimeExpressionResolver.Expression expression, int cue, boolean quoted) {
        if (expression.from() > cue && expression.from() <= cue + 2) {
            // "Said on Tuesday", wherever the parser attaches the day.
            return true;
        }
        int at = s.head(expression.to());
        for (int steps = 0; at >= 0 && at != cue && steps < MAX_STEPS; steps++) {
            boolean otherClause = s.relation(at) == RELCL && s.tag(at) != PosTag.VBG
                    || s.relation(at) == ACL && s.tag(at).isFinite()
                    || s.relation(at) == APPOS
                    || s.relation(at) == CCOMP && !quoted;
            if (otherClause && !s.isWithin(Math.max(cue, 0), at)) {
                return false;
            }
            at = s.head(at);
        }
        return true;
    }
}
