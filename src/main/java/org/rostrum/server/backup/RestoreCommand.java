package org.rostrum.server.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.server.settings.DataDirectory;
import org.rostrum.server.settings.Settings;
import org.rostrum.server.startup.Startup;
import org.rostrum.store.DatabaseUrl;

/** {@code restore FILE}: makes an H2 database of a backup, where there is none. */
public final class RestoreCommand {

  private static final int MISUSED = 2;

  private RestoreCommand() {}

  /**
   * Restores a backup. Until the restored database was opened and read, nothing is put in its place.
   *
   * @param args the backup's file
   * @return the exit code: 0 when the database is in its place
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.println("Usage: restore FILE");
      return MISUSED;
    }
    try {
      restore(Path.of(args[0]).toAbsolutePath().normalize(), out);
      return 0;
    } catch (StartupException e) {
      err.println("Nothing restored: " + e.getMessage());
      return Startup.FAILED;
    }
  }

  private static void restore(Path file, PrintStream out) {
    Config config = Startup.settings();
    Settings.check(config);
    String url = config.getValue("rostrum.db.url", String.class);
    Path database = Startup.databaseFile(config).orElseThrow(() -> new StartupException("this command is for H2's files; for PostgreSQL, see pg_restore in"
        + " docs/operations.md"));
    if (Files.exists(database)) {
      throw new StartupException("there is a database at " + database + "; stop its server and move it away first");
    }
    if (!Files.isRegularFile(file)) {
      throw new StartupException("there is no file " + file);
    }
    DataDirectory.prepare(database);
    try {
      Path beside = Files.createTempDirectory(database.getParent(), "restoring");
      Path restored = beside.resolve(database.getFileName());
      try {
        H2Backup.extract(file, restored);
        H2Backup.Contents contents = contents(config, url, database, restored);
        H2Backup.move(restored, database);
        out.println("Restored " + database + " from " + file + ": " + contents);
      } finally {
        H2Backup.deleteIfThere(restored);
        H2Backup.deleteIfThere(beside);
      }
    } catch (IOException e) {
      throw new StartupException(file + " could not be restored: " + StartupFailure.reason(e));
    }
  }

  private static H2Backup.Contents contents(Config config, String url, Path database, Path restored) {
    String settings = url.contains(";") ? url.substring(url.indexOf(';')) : "";
    String name = DataDirectory.written(restored);
    String there = DatabaseUrl.H2 + "file:" + name.substring(0, name.length() - DatabaseUrl.H2_FILE_ENDING.length()) + settings
        // No file beside it for what goes wrong.
        + ";TRACE_LEVEL_FILE=0";
    try (Connection connection = H2Backup.open(config, there)) {
      return H2Backup.Contents.of(connection);
    } catch (SQLException e) {
      throw new StartupException("what the backup holds is not Rostrum's database (" + e.getMessage() + "); " + database + " was not made");
    }
  }
}
