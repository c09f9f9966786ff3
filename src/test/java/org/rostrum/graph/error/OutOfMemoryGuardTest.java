package org.rostrum.graph.error;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which failures are of too little memory. */
class OutOfMemoryGuardTest {

    @Test
    void theHeapsEndIsFoundHoweverItIsWrapped() {
        assertTrue(OutOfMemoryGuard.isOutOfMemory(new OutOfMemoryError("Java heap space")));
        assertTrue(OutOfMemoryGuard.isOutOfMemory(new OutOfMemoryError()));
        assertTrue(OutOfMemoryGuard.isOutOfMemory(new IllegalStateException(
                "A statement failed",
                new SQLException("Out of memory", new OutOfMemoryError("GC overhead limit exceeded")))));
        assertTrue(OutOfMemoryGuard.isOutOfMemory(
                new RuntimeException(new SQLException("Out of memory.", "90108", 90108))));
    }

    @Test
    void otherFailuresAreNot() {
        assertFalse(OutOfMemoryGuard.isOutOfMemory(null));
        assertFalse(OutOfMemoryGuard.isOutOfMemory(new RuntimeException(new SQLException("closed", "90098", 90098))));
        assertFalse(OutOfMemoryGuard.isOutOfMemory(new StackOverflowError()));
        assertFalse(OutOfMemoryGuard.isOutOfMemory(
                new OutOfMemoryError("Cannot reserve 16777216 bytes of direct buffer memory")));
        RuntimeException first = new RuntimeException("a");
        first.initCause(new RuntimeException("b", first));
        assertFalse(OutOfMemoryGuard.isOutOfMemory(first), "causes in a circle end");
    }
}
