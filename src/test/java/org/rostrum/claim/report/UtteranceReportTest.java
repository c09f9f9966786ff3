package org.rostrum.claim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which claims of different articles report one utterance. */
class UtteranceReportTest {

    private static final String QUOTATION = "We will never accept a frozen conflict on our own soil";
    private static final String PARAPHRASE = "the country would never accept any frozen conflict on its soil";
    private static final UUID SPEAKER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2025, 3, 11);

    private static UtteranceReport report(UUID speaker, LocalDate day, String text) {
        return new UtteranceReport(UUID.randomUUID(), UUID.randomUUID(), speaker, day, TextFingerprint.of(text), null);
    }

    private static boolean isSame(long daysLater, String text) {
        return report(SPEAKER, DAY, QUOTATION).isSameUtterance(report(SPEAKER, DAY.plusDays(daysLater), text));
    }

    @Test
    void nearlyTheSameWordsMayBeThreeDaysApart() {
        assertTrue(isSame(3, QUOTATION.replace("our own", "our")));
        assertTrue(isSame(-3, QUOTATION));
        assertFalse(isSame(4, QUOTATION));
    }

    @Test
    void aParaphraseMayBeOneDayApart() {
        assertTrue(isSame(1, PARAPHRASE));
        assertFalse(isSame(2, PARAPHRASE));
    }

    @Test
    void otherContentIsAnotherUtterance() {
        assertFalse(isSame(0, "We will sign the trade agreement with Canada in the coming week"));
    }

    @Test
    void anotherSpeakerOrTheSameArticleIsNoOtherReport() {
        UtteranceReport report = report(SPEAKER, DAY, QUOTATION);
        assertFalse(report.isSameUtterance(report(UUID.randomUUID(), DAY, QUOTATION)));
        assertFalse(report.isSameUtterance(new UtteranceReport(
                UUID.randomUUID(), report.article(), SPEAKER, DAY, TextFingerprint.of(QUOTATION), null)));
    }

    @Test
    void aShortStatementHasNoBands() {
        assertEquals(0, TextFingerprint.of("I don't know").bands().count());
        assertEquals(12, TextFingerprint.of(QUOTATION).bands().count());
    }
}
