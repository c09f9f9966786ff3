package org.rostrum.http.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.rostrum.http.log.LogSanitizer;

/**
 * The keys that tokens are checked with, read again while the server runs: a file when it changes, a url when it was last
 * fetched long ago, and both when a token comes that no key fits, but that at most once in a while, whatever clients send.
 * When reading fails, the keys read last are used on.
 */
final class VerificationKeys {

  private static final Logger LOG = Logger.getLogger(VerificationKeys.class);
  /** How long a token waits for a fetch that another one began: where there is no key yet, and where there are some. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration WAIT = Duration.ofSeconds(1);

  /**
   * How often keys are read.
   *
   * @param again   the shortest time between two readings that tokens cause
   * @param refresh when a url is fetched again in any case
   * @param retain  how long after that its keys are still used while it cannot be fetched
   */
  record Timing(Duration again, Duration refresh, Duration retain) {}

  private final String place;
  private final KeySource source;
  private final Timing timing;
  private final ReentrantLock reading = new ReentrantLock();
  /** Null until they were read once. */
  private volatile List<VerificationKey> keys;
  private volatile String text;
  private volatile Object version;
  private volatile boolean tried;
  private volatile long triedAt;
  private volatile long readAt;

  /** @param place what the keys' place is called in the log: the setting and its value */
  VerificationKeys(String place, KeySource source, Timing timing) {
    this.place = place;
    this.source = source;
    this.timing = timing;
  }

  /**
   * The keys as they are now; null when they cannot be had at the moment.
   */
  List<VerificationKey> current() {
    if (keys == null) {
      locked(FIRST_WAIT, () -> {
        if (keys == null && mayRead()) {
          read();
        }
      });
    } else if (!Objects.equals(version, source.version()) || source.remote() && passed(readAt, timing.refresh) && mayRead()) {
      // Whoever comes while another one reads goes on with the keys that there are.
      locked(Duration.ZERO, this::read);
    }
    return keys != null && source.remote() && passed(readAt, timing.refresh.plus(timing.retain)) ? null : keys;
  }

  /**
   * Reads again because no key fits a token, unless that was done just now.
   *
   * @param seen the keys of which none fits
   * @return whether there are other keys now
   */
  boolean renewed(List<VerificationKey> seen) {
    locked(WAIT, () -> {
      if (keys == seen && mayRead()) {
        read();
      }
    });
    return keys != seen;
  }

  /**
   * Reads for the first time.
   *
   * @throws IllegalArgumentException when what is there holds no usable key
   * @throws IOException              when it cannot be read
   */
  void load() throws IOException {
    tried = true;
    triedAt = System.nanoTime();
    version = source.version();
    take(source.read());
  }

  boolean remote() {
    return source.remote();
  }

  private boolean mayRead() {
    return !tried || passed(triedAt, timing.again);
  }

  private static boolean passed(long since, Duration time) {
    return System.nanoTime() - since >= time.toNanos();
  }

  private void read() {
    try {
      List<VerificationKey> before = keys;
      load();
      if (keys != before) {
        LOG.infof("Read %d keys that tokens are checked with from %s", keys.size(), place);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("%s: %s; %s", place, LogSanitizer.clean(problem(e)),
          keys == null ? "until it can be, no token is taken" : "the keys read before are used on");
    }
  }

  /** What went wrong, in words that complete "the key". */
  static String problem(Exception e) {
    return e instanceof IOException ? "the key cannot be read (" + e.getMessage() + ")" : "the key " + e.getMessage();
  }

  private void take(String now) {
    if (keys == null || !now.equals(text)) {
      keys = KeyParser.parse(now);
      text = now;
    }
    readAt = System.nanoTime();
  }

  private void locked(Duration wait, Runnable something) {
    try {
      if (reading.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          something.run();
        } finally {
          reading.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
