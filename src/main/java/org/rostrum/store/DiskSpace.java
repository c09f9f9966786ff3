package org.rostrum.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.graph.error.UnavailableException;

/**
 * The free space where an H2 database lies. What is written to a full disk is lost in pieces, so writes are refused while
 * some of it is left. Databases elsewhere look after their own disks.
 */
@ApplicationScoped
public class DiskSpace {

  private final Path directory;
  private final long reserve;
  private volatile boolean started;

  DiskSpace(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "rostrum.db.reserve") MemorySize reserve) {
    this.directory = DatabaseUrl.h2File(url).map(Path::getParent).orElse(null);
    this.reserve = reserve.asLongValue();
  }

  /**
   * How much is free.
   *
   * @param directory where the database lies
   * @param free      bytes that this process may still use there
   * @param reserve   bytes below which nothing is written
   */
  public record Free(Path directory, long free, long reserve) {

    /** Whether there is enough left to write. */
    public boolean isEnough() {
      return free >= reserve;
    }
  }

  /** What the start itself writes, which is little, is not refused: a server that cannot write should come up for readers. */
  void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
    started = true;
  }

  /** What is free now; empty where the database is not in a file of this machine, or the file system does not tell. */
  public Optional<Free> free() {
    if (directory == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Free(directory, Files.getFileStore(directory).getUsableSpace(), reserve));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * To be asked before something is written. Costs a system call.
   *
   * @throws UnavailableException when less than the reserve is free
   */
  public void checkWritable() {
    if (started) {
      free().filter(free -> !free.isEnough()).ifPresent(free -> {
        throw new UnavailableException("the disk of the database is nearly full: " + free.free() + " bytes are free, and nothing is written when it is less than "
            + free.reserve() + " (rostrum.db.reserve)");
      });
    }
  }
}
