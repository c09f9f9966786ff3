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
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.UnavailableException;

/**
 * Free disk space for an embedded H2 database. A full disk would corrupt what is being written, so writes are rejected
 * before that. Other databases manage their own disks.
 */
@ApplicationScoped
public class DiskSpace {

    private final @Nullable Path directory;
    private final long reserve;
    private volatile boolean started;

    DiskSpace(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "rostrum.db.reserve") MemorySize reserve) {
        this.directory = DatabaseUrl.h2File(url).map(Path::getParent).orElse(null);
        this.reserve = reserve.asLongValue();
    }

    /**
     * Free space.
     *
     * @param directory the directory of the database's file
     * @param free the bytes that this process can still allocate there
     * @param reserve the bytes below which writes are rejected
     */
    public record Free(Path directory, long free, long reserve) {

        /** Whether writes are accepted. */
        public boolean isEnough() {
            return free >= reserve;
        }
    }

    /**
     * Writes during startup, which are small, are not rejected, so that a server without free space still starts for
     * readers.
     */
    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        started = true;
    }

    /** The free space; empty where the database is not a local file or the file system does not report it. */
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
     * Checks the free space before a write, at the cost of one system call.
     *
     * @throws UnavailableException when less than the reserve is free
     */
    public void checkWritable() {
        if (started) {
            free().filter(free -> !free.isEnough()).ifPresent(free -> {
                throw new UnavailableException("the disk of the database is nearly full: " + free.free()
                        + " bytes are free, and nothing is written when it is less than " + free.reserve()
                        + " (rostrum.db.reserve)");
            });
        }
    }
}
