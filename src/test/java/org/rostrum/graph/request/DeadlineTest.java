package org.rostrum.graph.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The remaining time of a request. */
class DeadlineTest {

    @Test
    void withoutDeadlineTimeNeverRunsOut() {
        assertFalse(Deadline.NONE.isExpired());
        assertNull(Deadline.NONE.remaining());
        assertEquals(0, Deadline.NONE.remainingSeconds());
    }

    @Test
    void aDeadlineInThePastHasExpired() {
        Deadline past = new Deadline(Duration.ofMillis(5), System.nanoTime() - 1_000_000);
        assertTrue(past.isExpired());
        assertEquals(Duration.ZERO, past.remaining());
        assertEquals(
                "the request was stopped: it took longer than the limit of 5 milliseconds",
                past.exceeded().getMessage());
    }

    /** Drivers take a timeout of 0 seconds for none. */
    @Test
    void remainingSecondsAreRoundedUpAndAtLeastOne() {
        assertEquals(1, new Deadline(Duration.ofMillis(5), System.nanoTime() - 1_000_000).remainingSeconds());
        assertEquals(60, Deadline.in(Duration.ofMinutes(1)).remainingSeconds());
    }
}
