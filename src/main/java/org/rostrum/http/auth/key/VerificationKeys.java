package org.rostrum.http.auth.key;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.http.log.LogSanitizer;

/**
 * The keys that verify tokens, reloaded while the server runs: a file when it changes, a url after
 * {@link Timing#refresh}, and both when no key fits a token, though never more often than {@link Timing#minInterval},
 * whatever clients send. When loading fails, the previous keys stay in use. For use by several threads.
 */
public final class VerificationKeys {

    private static final Logger LOG = Logger.getLogger(VerificationKeys.class);
    /** How long a token waits for a load that another one started: while there are no keys yet, and later. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private static final Duration WAIT = Duration.ofSeconds(1);

    /**
     * How often keys are loaded.
     *
     * @param minInterval the shortest time between two loads that tokens cause
     * @param refresh the age at which the keys of a url are fetched again in any case
     * @param retain how much longer they are used while the url cannot be fetched
     */
    public record Timing(Duration minInterval, Duration refresh, Duration retain) {}

    private final String location;
    private final KeySource source;
    private final Timing timing;
    private final ReentrantLock loading = new ReentrantLock();
    /** Empty until they were loaded once. Compared by identity: a load that finds the same text keeps the list. */
    private volatile List<VerificationKey> keys = List.of();

    private volatile @Nullable String text;
    private volatile Optional<Object> version = Optional.empty();
    private volatile OptionalLong attemptedAt = OptionalLong.empty();
    private volatile long loadedAt;

    /**
     * @param location what the log calls the keys' location: the setting, and its value where that is not the key
     *     itself
     */
    public VerificationKeys(String location, KeySource source, Timing timing) {
        this.location = location;
        this.source = source;
        this.timing = timing;
    }

    /** The keys as they are now; empty when there are none, or only ones that are too old. */
    public Optional<List<VerificationKey>> current() {
        if (keys.isEmpty()) {
            locked(FIRST_WAIT, () -> {
                if (keys.isEmpty() && mayLoad()) {
                    reload();
                }
            });
        } else if (!version.equals(source.version())
                || source.isRemote() && hasPassed(timing.refresh, loadedAt) && mayLoad()) {
            // Meanwhile other threads use the keys that there are.
            locked(Duration.ZERO, this::reload);
        }
        boolean isTooOld = source.isRemote() && hasPassed(timing.refresh.plus(timing.retain), loadedAt);
        return keys.isEmpty() || isTooOld ? Optional.empty() : Optional.of(keys);
    }

    /**
     * Reloads because no key fits a token, unless that was done just now.
     *
     * @param tried the keys of which none fits
     * @return whether there are other keys now
     */
    public boolean refresh(List<VerificationKey> tried) {
        locked(WAIT, () -> {
            if (keys == tried && mayLoad()) {
                reload();
            }
        });
        return keys != tried;
    }

    /**
     * Loads the keys for the first time.
     *
     * @throws IllegalArgumentException when the text holds no usable key
     * @throws IOException when it cannot be read
     */
    public void load() throws IOException {
        attemptedAt = OptionalLong.of(System.nanoTime());
        version = source.version();
        String read = source.read();
        if (!read.equals(text)) {
            keys = KeyParser.parse(read);
            text = read;
        }
        loadedAt = System.nanoTime();
    }

    /** Whether loading takes the network. */
    public boolean isRemote() {
        return source.isRemote();
    }

    private boolean mayLoad() {
        return attemptedAt.isEmpty() || hasPassed(timing.minInterval, attemptedAt.getAsLong());
    }

    private static boolean hasPassed(Duration time, long sinceNanos) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }

    private void reload() {
        try {
            List<VerificationKey> before = keys;
            load();
            if (keys != before) {
                LOG.infof("Read %d keys that tokens are checked with from %s", keys.size(), location);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf(
                    "%s: %s; %s",
                    location,
                    LogSanitizer.clean(problem(e)),
                    keys.isEmpty() ? "until it can be, no token is taken" : "the keys read before are used on");
        }
    }

    /** What went wrong: "the key" and the predicate of {@link KeyParser}'s messages. */
    public static String problem(Exception e) {
        return e instanceof IOException
                ? "the key cannot be read (" + e.getMessage() + ")"
                : "the key " + e.getMessage();
    }

    private void locked(Duration wait, Runnable task) {
        try {
            if (loading.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    task.run();
                } finally {
                    loading.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
