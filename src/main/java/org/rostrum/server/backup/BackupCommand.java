package org.rostrum.server.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.settings.Settings;
import org.rostrum.server.startup.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: backs up an H2 database, whether a server has it open or not. */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE")
    private Path file;

    // picocli sets the parameter before it calls call().
    @SuppressWarnings("NullAway.Init")
    private BackupCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param args the file to write, which must not exist
     * @return the exit code: 0 when the backup is complete and on disk; 1 when there is none; 2 when the arguments are
     *     wrong
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return FileCommandLine.execute(new BackupCommand(out, err), args, err);
    }

    @Override
    public Integer call() {
        try {
            write(file.toAbsolutePath().normalize());
            return 0;
        } catch (StartupException e) {
            err.println("No backup: " + e.getMessage());
            return Startup.FAILED;
        }
    }

    private void write(Path target) {
        Config config = Startup.settings();
        Settings.check(config);
        String url = config.getValue("rostrum.db.url", String.class);
        Path database = Startup.databaseFile(config)
                .orElseThrow(() -> new StartupException(
                        "this command is for H2's files; for PostgreSQL, see pg_dump in" + " docs/operations.md"));
        if (!Files.exists(database)) {
            throw new StartupException(
                    "there is no database at " + database + "; rostrum.data (ROSTRUM_DATA) says where it is");
        }
        if (BackupSocket.request(database, target)) {
            out.println("The server wrote a backup of " + database + " to " + target);
            return;
        }
        try (Connection connection = H2Backup.open(config, url)) {
            H2Backup.write(connection, database, target);
            out.println("Wrote a backup of " + database + " to " + target + ": " + H2Backup.Contents.of(connection));
        } catch (SQLException e) {
            throw new StartupException(e.getMessage());
        }
    }
}
