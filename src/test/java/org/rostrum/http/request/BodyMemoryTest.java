package org.rostrum.http.request;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final long LARGE = 1_000_000;
    private final BodyMemory memory = new BodyMemory(4 * LARGE, LARGE);

    @Test
    void largeBodiesLeaveRoomForSmallOnes() {
        for (int i = 0; i < 3; i++) {
            assertTrue(memory.reserve().grow(LARGE));
        }
        assertFalse(memory.reserve().grow(LARGE), "three quarters are filled");
        assertTrue(memory.reserve().grow(BodyMemory.SMALL_BODY));
    }

    @Test
    void aBodyThatGrowsLargeCountsAsLarge() {
        for (int i = 0; i < 3; i++) {
            assertTrue(memory.reserve().grow(LARGE));
        }
        BodyMemory.Reservation growing = memory.reserve();
        assertTrue(growing.grow(BodyMemory.SMALL_BODY));
        assertFalse(growing.grow(1));
    }

    @Test
    void releasedMemoryIsFreeOnce() {
        BodyMemory.Reservation first = memory.reserve();
        assertTrue(first.grow(3 * LARGE));
        assertFalse(memory.reserve().grow(LARGE));
        first.release();
        first.release();
        assertTrue(memory.reserve().grow(3 * LARGE));
        assertFalse(memory.reserve().grow(LARGE), "the second release gave nothing back");
    }

    @Test
    void thereIsAlwaysRoomForOneBody() {
        assertTrue(new BodyMemory(10, LARGE).reserve().grow(LARGE));
    }
}
