package org.rostrum.intake.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.request.RequestContext;

/**
 * Limits how many articles are processed and how many are stored at a time. Processing is limited by the memory that it
 * needs, of which all articles together get a share of the heap, and to one article a processor. The rest waits, first
 * come, first served.
 */
@ApplicationScoped
class IntakeLimiter {

    /** The share of the heap that processing may use. */
    private static final double HEAP_SHARE = 0.4;
    /**
     * Memory that processing needs for each UTF-16 code unit of the text, and besides, in bytes. Extraction from two
     * million code units with 13,000 statements and as many names needed a heap of 140 MB, 40 MB of it for the syntax
     * model. Resolution was not measured; the rest is for it.
     */
    private static final long BYTES_PER_CODE_UNIT = 100;

    private static final long BASE_BYTES = 2_000_000;
    private static final int KIB = 1_024;
    /** The share of a request's remaining time that it may wait. */
    private static final double MAX_WAIT_SHARE = 0.5;
    /** How long work without a request's time limit may wait. */
    private static final Duration MAX_WAIT_UNLIMITED = Duration.ofMinutes(10);

    private final int memoryKib =
            (int) Math.min(Integer.MAX_VALUE, (long) (Runtime.getRuntime().maxMemory() * HEAP_SHARE) / KIB);
    private final Semaphore memory = new Semaphore(memoryKib, true);
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Semaphore writers = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * Processes a text as soon as there is memory and a processor for it.
     *
     * @param length the text's length, in UTF-16 code units
     * @throws UnavailableException when that takes too long
     */
    <R> R within(int length, Supplier<R> process) {
        // A text that needs more than there is gets all of it.
        int neededKib = (int) Math.min(memoryKib, (BASE_BYTES + BYTES_PER_CODE_UNIT * length) / KIB);
        long deadline = deadline();
        acquire(memory, neededKib, deadline);
        try {
            acquire(processors, 1, deadline);
            try {
                return process.get();
            } finally {
                processors.release();
            }
        } finally {
            memory.release(neededKib);
        }
    }

    /**
     * Stores an article as soon as fewer writers than processors are at work. More would wait for each other's locks
     * and take the processors from readers: eight writers on two processors stored a sixth less than two, and a page
     * took twice as long beside them.
     *
     * @throws UnavailableException when that takes too long
     */
    <R> R storing(Supplier<R> store) {
        acquire(writers, 1, deadline());
        try {
            return store.get();
        } finally {
            writers.release();
        }
    }

    /** Until when the current request may wait, by {@link System#nanoTime()}. */
    private static long deadline() {
        Duration left = RequestContext.current().remainingTime();
        return System.nanoTime()
                + (left == null ? MAX_WAIT_UNLIMITED.toNanos() : (long) (left.toNanos() * MAX_WAIT_SHARE));
    }

    private static void acquire(Semaphore semaphore, int permits, long deadline) {
        try {
            if (!semaphore.tryAcquire(permits, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new UnavailableException(
                        "more articles are sent than can be taken in at a time; send it again in a while");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the server is about to stop");
        }
    }
}
