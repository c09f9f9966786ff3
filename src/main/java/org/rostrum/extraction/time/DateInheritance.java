package org.rostrum.extraction.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.DateBasis;

/**
 * Dates statements that have no date of their own by the other statements of the same speaker: extraction does so by
 * printed names, resolution by actors.
 */
public final class DateInheritance {

    private DateInheritance() {}

    /**
     * The statements' dates. One without a date of its own that may inherit takes the day of the same speaker's last
     * statement before it that has one, else of the first after it. Months and years are not inherited.
     *
     * @param own the statements' own dates, in the text's order; null for none
     * @param speakers who made each statement, as a key that is equal for the same speaker; null where that is not
     *     known
     * @param inherits whether a statement, by its index, may inherit a date
     */
    public static <K> List<@Nullable UtteranceDate> inherit(
            List<@Nullable UtteranceDate> own, List<@Nullable K> speakers, IntPredicate inherits) {
        Map<K, UtteranceDate> first = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            UtteranceDate date = own.get(i);
            if (date != null && date.isDay() && speakers.get(i) != null) {
                first.putIfAbsent(speakers.get(i), date);
            }
        }
        List<@Nullable UtteranceDate> dates = new ArrayList<>();
        Map<K, UtteranceDate> last = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            K speaker = speakers.get(i);
            UtteranceDate date = own.get(i);
            if (date != null && date.isDay() && speaker != null) {
                last.put(speaker, date);
            } else if (date == null && speaker != null && inherits.test(i)) {
                date = inherited(last.getOrDefault(speaker, first.get(speaker)));
            }
            dates.add(date);
        }
        return dates;
    }

    private static @Nullable UtteranceDate inherited(@Nullable UtteranceDate other) {
        return other == null ? null : UtteranceDate.derived(other.date(), DateBasis.INHERITED);
    }
}
