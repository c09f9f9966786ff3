package org.rostrum.server.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.settings.Settings;
import org.rostrum.server.startup.Startup;

/** {@code backup FILE}: writes a backup of an H2 database, whether a server runs on it or not. */
public final class BackupCommand {

  private static final int MISUSED = 2;

  private BackupCommand() {}

  /**
   * Writes the backup.
   *
   * @param args the file to write, which must not exist
   * @return the exit code: 0 when the backup is whole and on the disk
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.println("Usage: backup FILE");
      return MISUSED;
    }
    try {
      write(Path.of(args[0]).toAbsolutePath().normalize(), out);
      return 0;
    } catch (StartupException e) {
      err.println("No backup: " + e.getMessage());
      return Startup.FAILED;
    }
  }

  private static void write(Path file, PrintStream out) {
    Config config = Startup.settings();
    Settings.check(config);
    String url = config.getValue("rostrum.db.url", String.class);
    Path database = Startup.databaseFile(config).orElseThrow(() -> new StartupException("this command is for H2's files; for PostgreSQL, see pg_dump in"
        + " docs/operations.md"));
    if (!Files.exists(database)) {
      throw new StartupException("there is no database at " + database + "; rostrum.data (ROSTRUM_DATA) says where it is");
    }
    if (BackupSocket.ask(database, file)) {
      out.println("The server wrote a backup of " + database + " to " + file);
      return;
    }
    try (Connection connection = H2Backup.open(config, url)) {
      H2Backup.write(connection, database, file);
      out.println("Wrote a backup of " + database + " to " + file + ": " + H2Backup.Contents.of(connection));
    } catch (SQLException e) {
      throw new StartupException(e.getMessage());
    }
  }
}
