package org.rostrum.extraction.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;

/**
 * The day of what a text reports: that of its dateline, else the first that dates one of its statements, else the first
 * that its beginning mentions. Statements that nothing else dates were made on that day.
 */
public final class Occasion {

    /** How many days before its publication the occasion of a text may be. */
    private static final int MAX_AGE = 10;
    /** The sentences of a text's beginning. */
    private static final int LEAD_SENTENCES = 8;
    /** The most tokens beside the day in a line that tells nothing else. */
    private static final int MAX_BESIDE_DAY = 3;

    /** Words for the day on which they are said. */
    private static final Set<String> TODAY = Set.of("today", "tonight", "this");

    /**
     * A day that the text's beginning mentions.
     *
     * @param deictic whether it is told from the day on which it is said
     */
    private record Candidate(LocalDate day, Mention mention, boolean deictic) {}

    private final LocalDate published;
    private @Nullable LocalDate dateline;
    private final List<Candidate> lead = new ArrayList<>();
    private boolean mentionsPublication;
    private boolean mentionsDays;

    /** @param published the text's day of publication */
    public Occasion(LocalDate published) {
        this.published = published;
    }

    /** Adds the expressions of a dateline. */
    public void addDateline(List<TimeExpressionResolver.Expression> expressions) {
        for (TimeExpressionResolver.Expression expression : expressions) {
            if (dateline == null && isRecentDay(expression)) {
                dateline = expression.date();
            }
        }
    }

    /**
     * Adds an expression of a sentence.
     *
     * @param number the sentence's number, from 0
     * @param mention where the expression is
     */
    public void add(
            int number, ParsedSentence sentence, TimeExpressionResolver.Expression expression, Mention mention) {
        if (!isRecentDay(expression)) {
            return;
        }
        mentionsDays = true;
        mentionsPublication |= expression.date().equals(published);
        int rest = sentence.size() - 1 - (expression.to() - expression.from());
        if (number < LEAD_SENTENCES && rest <= MAX_BESIDE_DAY && !hasVerb(sentence)) {
            // "Geneva, 3 March 2025": a line of its own.
            addDateline(List.of(expression));
        }
        if (number < LEAD_SENTENCES) {
            boolean deictic = TODAY.contains(sentence.form(expression.from()).toLowerCase(Locale.ROOT));
            lead.add(new Candidate(expression.date(), mention, deictic));
        }
    }

    private static boolean hasVerb(ParsedSentence sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.tag(at).isVerb()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an expression is a day, at most {@value #MAX_AGE} days before the publication. */
    public boolean isRecentDay(TimeExpressionResolver.Expression expression) {
        return expression.precision() == DatePrecision.DAY && isRecent(expression.date());
    }

    private boolean isRecent(LocalDate day) {
        return !day.isAfter(published) && !day.isBefore(published.minusDays(MAX_AGE));
    }

    /**
     * When a statement was made that nothing else dates: on the day of the occasion; where that is not known either, on
     * the day of publication, unless the text mentions other days alone; null where nothing is known.
     *
     * @param statements the dates that the text tells of its statements, in its order; null for none
     * @param isSaid whether a mention is in what somebody says: only "today" is the occasion's day there
     */
    public @Nullable UtteranceDate day(List<@Nullable UtteranceDate> statements, Predicate<Mention> isSaid) {
        LocalDate day = dateline;
        for (int i = 0; day == null && i < statements.size(); i++) {
            UtteranceDate date = statements.get(i);
            if (date != null && date.isDay() && isRecent(date.date())) {
                day = date.date();
            }
        }
        for (int i = 0; day == null && i < lead.size(); i++) {
            if (lead.get(i).deictic || !isSaid.test(lead.get(i).mention)) {
                day = lead.get(i).day;
            }
        }
        if (day != null) {
            return UtteranceDate.derived(day, DateBasis.INHERITED);
        }
        return mentionsDays && !mentionsPublication ? null : UtteranceDate.derived(published, DateBasis.PUBLICATION);
    }
}
