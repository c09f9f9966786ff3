package org.rostrum.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.store.DatabaseUrl;
import org.rostrum.store.DelegatingDriver;

/**
 * Backups of H2 databases: zip files with a consistent copy of the database's file, as H2's statement BACKUP writes
 * them.
 */
final class H2Backup {

    /** The ending of a backup that is being written. */
    private static final String PARTIAL_ENDING = ".part";

    private H2Backup() {}

    /** What a database holds, so that people can see that it is the right one. */
    record Contents(long articles, long claims, @Nullable String version) {

        /** Counts the contents of an open database. */
        static Contents of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return new Contents(
                        Long.parseLong(single(statement, "select count(*) from article")),
                        Long.parseLong(single(statement, "select count(*) from claim")),
                        single(
                                statement,
                                "select version from flyway_schema_history where success order by installed_rank desc fetch first 1 rows only"));
            }
        }

        private static @Nullable String single(Statement statement, String query) throws SQLException {
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? rows.getString(1) : null;
            }
        }

        @Override
        public String toString() {
            return articles + " articles, " + claims + " statements, schema version " + version;
        }
    }

    /**
     * Opens the database of a url, which must exist, with the user and password in the settings.
     *
     * @throws StartupException when it cannot be opened
     */
    static Connection open(Config config, String url) {
        Properties login = new Properties();
        login.setProperty("user", config.getValue("rostrum.db.user", String.class));
        login.setProperty(
                "password",
                config.getOptionalValue("rostrum.db.password", String.class).orElse(""));
        try {
            return new DelegatingDriver().connect(url + ";IFEXISTS=TRUE", login);
        } catch (SQLException e) {
            String known = StartupFailure.ofDatabase(e, url);
            throw new StartupException(
                    known == null
                            ? "the database " + DatabaseUrl.printable(url) + " cannot be opened: " + e.getMessage()
                            : known);
        }
    }

    /**
     * Writes a backup while others read and write. The file appears once it is complete and on disk.
     *
     * @param database the database's file
     * @param file the backup's, which must not exist
     * @throws StartupException when it cannot be written
     */
    static void write(Connection connection, Path database, Path file) {
        if (Files.exists(file)) {
            throw new StartupException(file + " exists already, and no backup is written over");
        }
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL_ENDING);
        try {
            checkFreeSpace(database, file);
            try (PreparedStatement statement = connection.prepareStatement("backup to ?")) {
                statement.setString(1, partial.toString());
                statement.execute();
            }
            force(partial);
            move(partial, file);
        } catch (SQLException | IOException e) {
            throw new StartupException("the backup " + file + " could not be written: "
                    + (e instanceof IOException io ? StartupFailure.reason(io) : e.getMessage()));
        } finally {
            deleteIfExists(partial);
        }
    }

    private static void checkFreeSpace(Path database, Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StartupException("there is no directory " + directory + " for the backup");
        }
        long needed = Files.size(database);
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < needed) {
            throw new StartupException("the backup may need " + needed + " bytes, as many as the database has, and "
                    + free + " are free in " + directory);
        }
    }

    /**
     * Extracts the database from a backup.
     *
     * @param file the backup
     * @param target where the database's file is to be; it must not exist
     * @throws StartupException when this is not a backup, or cannot be read or written
     */
    static void extract(Path file, Path target) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(DatabaseUrl.H2_FILE_ENDING)) {
                    Files.copy(zip, target);
                    force(target);
                    return;
                }
            }
        } catch (ZipException e) {
            throw new StartupException(file + " is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new StartupException(file + " could not be restored: " + StartupFailure.reason(e));
        }
        throw new StartupException(file + " is not a backup of an H2 database");
    }

    /** Moves a file within its file system, atomically where that is possible. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Deletes a temporary file or directory, if possible. */
    static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Its name says that it is temporary.
        }
    }
}
