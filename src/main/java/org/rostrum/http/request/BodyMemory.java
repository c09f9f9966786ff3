package org.rostrum.http.request;

import java.util.concurrent.atomic.AtomicLong;
import org.rostrum.engine.GraphQLErrorMapper;

/**
 * The memory that all request bodies share. Large bodies may fill a part of it only, so that small ones find room while
 * large ones are received. For use by several threads.
 */
final class BodyMemory {

    /** Bodies up to this many bytes are small. */
    static final int SMALL_BODY = 65_536;
    /** The part of the memory that large bodies may fill, in quarters. */
    private static final int LARGE_QUARTERS = 3;

    private final long total;
    private final long forLarge;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param total how many bytes all bodies may take together
     * @param maxBody how many bytes one body may take; there is always room for a single one
     */
    BodyMemory(long total, long maxBody) {
        this.total = Math.max(maxBody, total);
        this.forLarge = Math.max(maxBody, this.total / 4 * LARGE_QUARTERS);
    }

    /** The memory that one body takes. For use by several threads. */
    final class Reservation {
        private final AtomicLong reserved = new AtomicLong();

        /**
         * Reserves more bytes.
         *
         * @return whether there is room; where not, the reservation is unchanged
         */
        boolean grow(long bytes) {
            long limit = reserved.get() + bytes > SMALL_BODY ? forLarge : total;
            if (used.addAndGet(bytes) > limit) {
                used.addAndGet(-bytes);
                return false;
            }
            reserved.addAndGet(bytes);
            return true;
        }

        /** Gives the memory back; harmless when called again. */
        void release() {
            used.addAndGet(-reserved.getAndSet(0));
        }
    }

    /** The rejection of a body that there is no room for at the moment. */
    static RequestRejectedException exhausted() {
        return new RequestRejectedException(
                HttpStatus.UNAVAILABLE,
                GraphQLErrorMapper.UNAVAILABLE,
                "the server has as many requests to read as it has memory for; try again later");
    }

    /** A reservation of no bytes yet. */
    Reservation reserve() {
        return new Reservation();
    }
}
