package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.request.RequestContext;

/**
 * Bounds how many articles are read, and how many are stored, at a time. Readings: by the memory that they need, of which all together
 * get a share of the heap, and by the processors, of which more readings than there are would only take from each other. The rest
 * waits, first come, first served.
 */
@ApplicationScoped
class IntakeLimiter {

  /** The share of the heap that readings may take. */
  private static final double SHARE = 0.4;
  /**
   * What a reading needs for each UTF-16 code unit of its text, in bytes, and in any case. Two million of them with 13,000 statements and
   * as many names were read in a heap of 140 MB, 40 MB of it the syntax model. Resolution was not measured; the rest is for it.
   */
  private static final long BYTES_PER_CHARACTER = 100;
  private static final long BYTES_IN_ANY_CASE = 2_000_000;
  private static final int KIB = 1_024;
  /** So much of the time that a request has left it may wait. */
  private static final double PATIENCE = 0.5;
  private static final Duration UNHURRIED = Duration.ofMinutes(10);

  /** In KiB. */
  private final int all = (int) Math.min(Integer.MAX_VALUE, (long) (Runtime.getRuntime().maxMemory() * SHARE) / KIB);
  private final Semaphore memory = new Semaphore(all, true);
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Semaphore writers = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /**
   * Does something with a text when there is room for it.
   *
   * @param characters the text's length, in UTF-16 code units
   * @throws UnavailableException when there is none for a long time
   */
  <R> R within(int characters, Supplier<R> something) {
    // A text that needs more than there is has all to itself.
    int need = (int) Math.min(all, (BYTES_IN_ANY_CASE + BYTES_PER_CHARACTER * characters) / KIB);
    long until = patience();
    acquire(memory, need, until);
    try {
      acquire(processors, 1, until);
      try {
        return something.get();
      } finally {
        processors.release();
      }
    } finally {
      memory.release(need);
    }
  }

  /**
   * Stores what was read when it is its turn. More writers at a time would wait for each other's locks and take the processors from those
   * who only read: eight on two processors stored a sixth less than two, and a page took twice as long beside them.
   *
   * @throws UnavailableException when it is not for a long time
   */
  <R> R storing(Supplier<R> something) {
    acquire(writers, 1, patience());
    try {
      return something.get();
    } finally {
      writers.release();
    }
  }

  /** Until when a request waits, by {@link System#nanoTime()}. */
  private static long patience() {
    Duration left = RequestContext.current().left();
    return System.nanoTime() + (left == null ? UNHURRIED.toNanos() : (long) (left.toNanos() * PATIENCE));
  }

  private static void acquire(Semaphore of, int permits, long until) {
    try {
      if (!of.tryAcquire(permits, Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        throw new UnavailableException("more articles are sent than can be taken in at a time; send it again in a while");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("the server is about to stop");
    }
  }
}
