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

/**
 * Ends the process when its memory ran out, so that whoever supervises it starts a new one: what was interrupted somewhere
 * in the middle cannot be trusted any more, and H2 closes its database. {@code -XX:+ExitOnOutOfMemoryError} does the same
 * sooner; this is for servers started without it.
 */
public final class OutOfMemoryGuard {

  /** The exit code, the same as that of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int EXIT_CODE = 3;

  /** H2's own word for it, also where it does not hand on what it caught. */
  private static final int H2_OUT_OF_MEMORY = 90108;
  private static final int DEEPEST = 50;
  /** Made beforehand: there may be no memory left to make it. */
  private static final byte[] WORD = "Rostrum ran out of memory and ends, to be started again: give it a larger heap (-Xmx)\n"
      .getBytes(StandardCharsets.UTF_8);
  private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);

  /** Only a process of the server's own is ended, not one that runs tests or a build. */
  private static volatile boolean installed;

  private OutOfMemoryGuard() {}

  /** Watches over what reaches the log and what no thread catches, in the whole process. */
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
        Logger.getLogger(OutOfMemoryGuard.class.getName()).log(Level.SEVERE, "The thread " + thread.getName() + " ended", failure);
      }
    });
  }

  /** Ends the process, at once and without anything that needs memory, if this failure came of too little of it. */
  public static void check(Throwable failure) {
    if (installed && isOutOfMemory(failure)) {
      try {
        ERRORS.write(WORD);
      } catch (IOException | Error e) {
        // Nobody to tell it to.
      } finally {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    }
  }

  /**
   * Whether the heap, or the memory for classes, ran out. Buffers outside of the heap are not meant: they are given back
   * when their requests end, and a request that gets none fails alone.
   */
  static boolean isOutOfMemory(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError && !isOfBuffers(cause)) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_OUT_OF_MEMORY) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static boolean isOfBuffers(Throwable error) {
    return error.getMessage() != null && error.getMessage().contains("direct");
  }
}
