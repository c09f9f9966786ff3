package org.rostrum.extraction.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.DatePrecision;

class DateInheritanceTest {

    private static final UtteranceDate MONDAY = date(10);
    private static final UtteranceDate TUESDAY = date(11);

    @Test
    void theLastDateBeforeWinsOverTheFirstAfter() {
        List<UtteranceDate> dates = inherit(Arrays.asList(null, MONDAY, null, TUESDAY, null), "a", "a", "a", "a", "a");
        assertEquals(
                List.of(10, 10, 10, 11, 11),
                dates.stream().map(date -> date.date().getDayOfMonth()).toList());
    }

    @Test
    void anInheritedDateHasNoExpression() {
        List<UtteranceDate> dates = inherit(Arrays.asList(MONDAY, null), "a", "a");
        assertEquals(MONDAY, dates.get(0));
        assertNull(dates.get(1).expression());
    }

    @Test
    void nothingIsInheritedFromOthersNorByUnknownSpeakers() {
        assertEquals(Arrays.asList(MONDAY, null, null), inherit(Arrays.asList(MONDAY, null, null), "a", "b", null));
        assertEquals(Arrays.asList(MONDAY, null), inherit(Arrays.asList(MONDAY, null), null, null));
    }

    @Test
    void onlyStatementsThatMayInheritDo() {
        assertEquals(
                Arrays.asList(MONDAY, null),
                DateInheritance.inherit(Arrays.asList(MONDAY, null), List.of("a", "a"), i -> false));
    }

    private static List<UtteranceDate> inherit(List<UtteranceDate> own, String... speakers) {
        return DateInheritance.inherit(own, Arrays.asList(speakers), i -> true);
    }

    private static UtteranceDate date(int day) {
        return UtteranceDate.told(LocalDate.of(2025, 3, day), DatePrecision.DAY, new Mention(0, 1, "x"));
    }
}
