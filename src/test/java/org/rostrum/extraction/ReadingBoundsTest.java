package org.rostrum.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;

/**
 * What a reading costs has an end, whatever the text: it grows with the text's length and no faster, and it is over
 * soon after nobody waits for it any more. Work is counted, in questions whether to go on and in bytes taken, because
 * clocks tell of other work too.
 */
class ReadingBoundsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 13);
    private static final NewsExtractor READER = new NewsExtractor();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LENGTH = 40_000;
    private static final int TIMES = 4;
    /** By so much the cost of a character may grow. */
    private static final double SLACK = 1.3;

    private static final Duration MAX_SILENCE_LENGTH = Duration.ofMillis(500);

    /** English enough to be read as that, whatever follows. */
    private static String text(TextKind kind, int length) {
        return TextKind.ARTICLES.of(20_500) + kind.of(length);
    }

    /** Counts what a reading does between two questions and in all. */
    private static final class Meter implements StopSignal {
        private final long thread = Thread.currentThread().getId();
        private final long firstBytes = THREADS.getThreadAllocatedBytes(thread);
        private long last = THREADS.getCurrentThreadCpuTime();
        private long longest;
        private int questions;
        private long bytes;

        @Override
        public void check() {
            long now = THREADS.getCurrentThreadCpuTime();
            longest = Math.max(longest, now - last);
            last = now;
            questions++;
        }

        void end() {
            bytes = THREADS.getThreadAllocatedBytes(thread) - firstBytes;
        }
    }

    private static Meter read(String text) {
        Meter meter = new Meter();
        READER.extract(text, DAY, meter);
        meter.end();
        return meter;
    }

    @BeforeAll
    static void warmUp() {
        READER.extract(
                "Der Minister sagte, dass er nicht kommen werde und dass auch sonst niemand aus dem Haus zu erwarten sei.",
                DAY);
        READER.extract(TextKind.ARTICLES.of(LENGTH), DAY);
    }

    @ParameterizedTest
    @EnumSource
    void workGrowsWithTheTextAndNoFaster(TextKind kind) {
        Meter small = read(text(kind, LENGTH));
        Meter large = read(text(kind, TIMES * LENGTH));
        assertTrue(
                large.questions <= SLACK * TIMES * small.questions,
                () -> large.questions + " questions, " + small.questions + " for a quarter");
        assertTrue(
                large.bytes <= SLACK * TIMES * small.bytes,
                () -> large.bytes + " bytes, " + small.bytes + " for a quarter");
        assertTrue(
                large.longest <= MAX_SILENCE_LENGTH.toNanos(),
                () -> large.longest / 1_000_000 + " ms without a question whether to go on");
    }

    @ParameterizedTest
    @EnumSource
    void aReadingEndsWhenItsSignalSaysSo(TextKind kind) {
        String text = text(kind, LENGTH / 4);
        int questions = read(text).questions;
        for (int part = 0; part < 5; part++) {
            IllegalStateException enough = new IllegalStateException("enough");
            int moment = 1 + part * (questions - 1) / 4;
            int[] calls = new int[1];
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> READER.extract(text, DAY, () -> {
                        if (++calls[0] >= moment) {
                            throw enough;
                        }
                    }));
            assertSame(enough, thrown);
            assertEquals(moment, calls[0], "nothing is done behind it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsTheSameWithASignal(TextKind kind) {
        String text = kind.of(3_000);
        assertEquals(READER.extract(text, DAY), READER.extract(text, DAY, () -> {}));
    }

    @Test
    void oneTextTellsNoMoreThanSomeThousandStatements() {
        String sentence = "“We wait,” Peskov said. Trump met Putin in Kyiv on Tuesday. ";
        ExtractionResult reading = READER.extract(sentence.repeat(21_000), DAY);
        assertEquals(
                List.of(5_000, 20_000, 5_000),
                List.of(
                        reading.statements().size(),
                        reading.names().size(),
                        reading.events().size()));
        assertEquals(
                READER.extract(sentence.repeat(100), DAY).statements(),
                reading.statements().subList(0, 100));
    }

    @Test
    void aLongWordIsNoWayToMakeTheLanguageExpensive() {
        // Either made the detector of languages take seconds or break down.
        for (String text : List.of(
                "der die das und nicht ein zwei drei vier auf mit bei " + "said".repeat(5_000),
                "q ".repeat(30) + "haha".repeat(5_000),
                "外交部发言人表示".repeat(2_500))) {
            long start = THREADS.getCurrentThreadCpuTime();
            READER.extract(text, DAY);
            assertTrue(THREADS.getCurrentThreadCpuTime() - start < 1_000_000_000L, "more than a second");
        }
    }

    @Test
    void paragraphsOfAnyLengthAreReadToTheirEnd() {
        String filler = "It rained in the valley for most of the week. ".repeat(4_000);
        ExtractionResult reading = READER.extract(filler + "“We wait,” Peskov said on Tuesday.", DAY);
        assertEquals(1, reading.statements().size());
        assertEquals("Peskov", reading.statements().get(0).source().text());
        assertEquals(
                filler.length(), reading.statements().get(0).content().get(0).start());
    }
}
