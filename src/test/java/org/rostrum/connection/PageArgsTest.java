package org.rostrum.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.BadUserInputException;

/** The sizes of pages. */
class PageArgsTest {

    @Test
    void aPageHasTwentyItemsFromTheStartByDefault() {
        assertEquals(new PageArgs(20, false, null, null), PageArgs.of(null, null, null, null));
    }

    @Test
    void lastTakesThePageFromTheEnd() {
        assertEquals(new PageArgs(5, true, "a", "b"), PageArgs.of(null, "a", 5, "b"));
    }

    @Test
    void sizesOutOfBoundsAndBothSizesAreRejected() {
        assertEquals("first: must be between 1 and 100, was 0", rejected(0, null));
        assertEquals("last: must be between 1 and 100, was 101", rejected(null, 101));
        assertEquals("last: cannot be given together with first", rejected(1, 1));
    }

    private static String rejected(Integer first, Integer last) {
        return assertThrows(BadUserInputException.class, () -> PageArgs.of(first, null, last, null))
                .getMessage();
    }
}
