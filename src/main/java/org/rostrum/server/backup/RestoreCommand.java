package org.rostrum.server.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.server.settings.DataDirectory;
import org.rostrum.server.settings.Settings;
import org.rostrum.server.startup.Startup;
import org.rostrum.store.DatabaseUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code restore FILE}: restores an H2 database from a backup, where there is none. The restored database is moved into
 * place only after it was opened and read.
 */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE")
    private Path file;

    // picocli sets the parameter before it calls call().
    @SuppressWarnings("NullAway.Init")
    private RestoreCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param args the backup's file
     * @return the exit code: 0 when the database is in place; 1 when it is not; 2 when the arguments are wrong
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return FileCommandLine.execute(new RestoreCommand(out, err), args, err);
    }

    @Override
    public Integer call() {
        try {
            restore(file.toAbsolutePath().normalize());
            return 0;
        } catch (StartupException e) {
            err.println("Nothing restored: " + e.getMessage());
            return Startup.FAILED;
        }
    }

    private void restore(Path backup) {
        Config config = Startup.settings();
        Settings.check(config);
        String url = config.getValue("rostrum.db.url", String.class);
        Path database = Startup.databaseFile(config)
                .orElseThrow(() -> new StartupException(
                        "this command is for H2's files; for PostgreSQL, see pg_restore in" + " docs/operations.md"));
        if (Files.exists(database)) {
            throw new StartupException(
                    "there is a database at " + database + "; stop its server and move it away first");
        }
        if (!Files.isRegularFile(backup)) {
            throw new StartupException("there is no file " + backup);
        }
        DataDirectory.prepare(database);
        try {
            Path temporary = Files.createTempDirectory(database.getParent(), "restoring");
            Path restored = temporary.resolve(database.getFileName());
            try {
                H2Backup.extract(backup, restored);
                H2Backup.Contents contents = contents(config, url, database, restored);
                H2Backup.move(restored, database);
                out.println("Restored " + database + " from " + backup + ": " + contents);
            } finally {
                H2Backup.deleteIfExists(restored);
                H2Backup.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new StartupException(backup + " could not be restored: " + StartupFailure.reason(e));
        }
    }

    private static H2Backup.Contents contents(Config config, String url, Path database, Path restored) {
        String settings = url.contains(";") ? url.substring(url.indexOf(';')) : "";
        String name = DataDirectory.toSettingValue(restored);
        String restoredUrl = DatabaseUrl.H2 + "file:"
                + name.substring(0, name.length() - DatabaseUrl.H2_FILE_ENDING.length()) + settings
                // Otherwise H2 writes a trace file beside the database when something goes wrong.
                + ";TRACE_LEVEL_FILE=0";
        try (Connection connection = H2Backup.open(config, restoredUrl)) {
            return H2Backup.Contents.of(connection);
        } catch (SQLException e) {
            throw new StartupException("what the backup holds is not Rostrum's database (" + e.getMessage() + "); "
                    + database + " was not made");
        }
    }
}
