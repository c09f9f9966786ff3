package org.rostrum.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.time.DateInheritance;
import org.rostrum.extraction.time.Occasion;
import org.rostrum.extraction.time.TimeExpressionResolver;
import org.rostrum.extraction.time.TimeExpressionResolver.Expression;
import org.rostrum.graph.value.DatePrecision;

/** Follows the days that a text mentions, sentence by sentence, and dates its statements and events by them. */
final class DayTracker {

    /**
     * The times that a sentence tells.
     *
     * @param expressions its time expressions, in order
     * @param dayBefore the last day that the sentences before it in its passage tell; null for none
     */
    record Times(List<Expression> expressions, @Nullable UtteranceDate dayBefore) {}

    private final LocalDate published;
    private final Occasion occasion;
    private final BiFunction<ParsedSentence, Expression, Mention> mentions;
    /** The last day that the text mentions; null for none. */
    private @Nullable LocalDate anchor;
    /** The last day that {@link #passage} tells; null for none. */
    private @Nullable UtteranceDate day;

    private int passage = -1;

    /**
     * @param published the text's day of publication
     * @param mentions makes mentions of expressions
     */
    DayTracker(LocalDate published, BiFunction<ParsedSentence, Expression, Mention> mentions) {
        this.published = published;
        this.occasion = new Occasion(published);
        this.mentions = mentions;
    }

    /** Adds a dateline, which needs tokens only. */
    void addDateline(ParsedSentence dateline) {
        occasion.addDateline(TimeExpressionResolver.in(dateline, published, null));
    }

    /**
     * Adds a sentence.
     *
     * @param number its number, from 0
     * @param of the number of its passage
     */
    Times add(int number, int of, ParsedSentence s) {
        List<Expression> expressions = TimeExpressionResolver.in(s, published, anchor);
        if (!expressions.isEmpty()) {
            Expression last = expressions.get(expressions.size() - 1);
            anchor = last.precision() == DatePrecision.DAY ? last.date() : anchor;
        }
        if (of != passage) {
            passage = of;
            day = null;
        }
        Times times = new Times(expressions, day);
        for (Expression expression : expressions) {
            if (!UtteranceDateFinder.isNoTime(s, expression)) {
                occasion.add(number, s, expression, mentions.apply(s, expression));
            }
        }
        expressions.stream()
                .filter(occasion::isRecentDay)
                .findFirst()
                .ifPresent(expression -> day = date(s, expression, false));
        return times;
    }

    /** Whether an attribution is of the time of the occasion, see {@link UtteranceDateFinder#isOnOccasion}. */
    boolean isOnOccasion(AttributionBuilder attribution, int number, Times times) {
        return UtteranceDateFinder.isOnOccasion(attribution, number == 0, times.expressions, occasion::isRecentDay);
    }

    /**
     * The date that an expression tells; for what is planned a weekday is the next after the publication.
     *
     * @param planned whether it is the date of what is to come
     */
    UtteranceDate date(ParsedSentence s, Expression expression, boolean planned) {
        boolean coming = planned
                && TimeExpressionResolver.isDay(s.form(expression.to()))
                && expression.date().isBefore(published);
        return UtteranceDate.told(
                coming ? expression.date().plusWeeks(1) : expression.date(),
                expression.precision(),
                mentions.apply(s, expression));
    }

    /**
     * The dates of all statements, once the text is read: their own, else those of the same speakers' other statements,
     * else the occasion's.
     *
     * @param own the dates that the text tells of them, in its order; null for none
     * @param speakers as for {@link DateInheritance#inherit}
     * @param onOccasion whether a statement, by its index, may have another date than its own
     * @param isSaid whether a mention is in what somebody says
     */
    List<@Nullable UtteranceDate> dates(
            List<@Nullable UtteranceDate> own,
            List<@Nullable String> speakers,
            IntPredicate onOccasion,
            Predicate<Mention> isSaid) {
        List<@Nullable UtteranceDate> dates = DateInheritance.inherit(own, speakers, onOccasion);
        UtteranceDate otherwise = occasion.day(own, isSaid);
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i) == null && onOccasion.test(i)) {
                dates.set(i, otherwise);
            }
        }
        return dates;
    }
}
