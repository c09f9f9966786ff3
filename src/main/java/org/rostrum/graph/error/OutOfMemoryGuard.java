package org.rostrum.graph.error;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Halts the process when it has run out of memory, so that its supervisor restarts it: state that was interrupted at an
 * arbitrary point cannot be trusted, and H2 has closed its database. {@code -XX:+ExitOnOutOfMemoryError} does the same
 * earlier; this is for servers that are started without it.
 */
public final class OutOfMemoryGuard {

    /** The process's exit code, the same as with {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int EXIT_CODE = 3;

    /** H2's error code, which it also uses where it drops the error it caught. */
    private static final int H2_OUT_OF_MEMORY = 90108;

    private static final int MAX_CAUSES = 50;
    /** Allocated in advance, because there may be no memory left for it. */
    private static final byte[] MESSAGE =
            "Rostrum ran out of memory and ends, to be started again: give it a larger heap (-Xmx)\n"
                    .getBytes(StandardCharsets.UTF_8);

    private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);

    /** Set only in the server's own process, so that tests and builds are never halted. */
    private static volatile boolean installed;

    private OutOfMemoryGuard() {}

    /** Starts to check every exception that is logged or that no thread catches, in the whole process. */
    public static void install() {
        installed = true;
        Logger.getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                check(record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            check(failure);
            if (before != null) {
                before.uncaughtException(thread, failure);
            } else {
                Logger.getLogger(OutOfMemoryGuard.class.getName())
                        .log(Level.SEVERE, "The thread " + thread.getName() + " ended", failure);
            }
        });
    }

    /**
     * Halts the process, without shutdown hooks, if a failure was caused by a lack of memory.
     *
     * @param failure may be null
     */
    public static void check(@Nullable Throwable failure) {
        if (installed && isOutOfMemory(failure)) {
            try {
                STDERR.write(MESSAGE);
            } catch (IOException | Error e) {
                // Standard error is closed; there is nowhere else to report it.
            } finally {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }

    /**
     * Whether the heap or the metaspace is exhausted. Direct buffers do not count: they are released when their
     * requests end, and a request that cannot allocate one fails alone.
     */
    static boolean isOutOfMemory(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < MAX_CAUSES; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError && !isDirectMemory(cause)) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_OUT_OF_MEMORY) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static boolean isDirectMemory(Throwable error) {
        return error.getMessage() != null && error.getMessage().contains("direct");
    }
}
