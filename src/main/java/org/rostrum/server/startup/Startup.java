package org.rostrum.server.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.server.settings.DataDirectory;
import org.rostrum.server.settings.DataDirectorySource;
import org.rostrum.server.settings.Setting;
import org.rostrum.server.settings.Settings;
import org.rostrum.store.DatabaseUrl;

/** What happens before the server starts: its settings and its data directory are checked. */
public final class Startup {

  /** The exit code of a server that could not start. */
  public static final int FAILED = 1;

  private static final Logger LOG = Logger.getLogger(Startup.class);
  private static final String URL = "rostrum.db.url";

  private Startup() {}

  /**
   * The settings as the server will have them, read apart from it.
   *
   * @throws RuntimeException when a source of settings cannot be read
   */
  public static Config settings() {
    return ConfigUtils.configBuilder().build();
  }

  /**
   * Checks what the server is started with. What is only doubtful goes into the log.
   *
   * @throws StartupException when it cannot start so
   */
  public static void check(Config config) {
    List<String> warnings = new ArrayList<>(Settings.unknown(System.getenv(), ((SmallRyeConfig) config).getConfigSources()));
    try {
      Settings.check(config);
      Optional<Path> file = databaseFile(config);
      if (file.isPresent()) {
        warnings.addAll(checkEarlierPlaces(config, file.get().getParent()));
        DataDirectory.prepare(file.get());
      }
    } catch (StartupException e) {
      // The log is not set up yet when the start ends here, and a misspelt name may be the reason.
      warnings.forEach(warning -> System.err.println("Rostrum: " + warning));
      throw e;
    }
    warnings.forEach(LOG::warn);
  }

  /** The file of an H2 database that the settings name. */
  public static Optional<Path> databaseFile(Config config) {
    return DatabaseUrl.h2File(config.getValue(URL, String.class));
  }

  /**
   * Data in a place where an earlier version kept them are never passed over in silence, nor moved.
   *
   * @return warnings
   * @throws StartupException when an empty database would be made although nobody said that another place is meant
   */
  private static List<String> checkEarlierPlaces(Config config, Path directory) {
    List<Path> earlier = DataDirectory.earlier(Path.of(""), program(), directory);
    boolean isChosen = DataDirectorySource.isSet(config) || !directory.equals(Path.of(config.getValue(DataDirectory.SETTING, String.class)));
    List<String> warnings = new ArrayList<>();
    for (Path place : earlier) {
      if (!isChosen && !DataDirectory.holdsDatabase(directory)) {
        throw new StartupException("there is a database in " + place + ", where earlier versions kept it, and none in " + directory
            + ", where it is kept now; move it (mkdir -p '" + directory + "' && mv '" + place + "'/rostrum.* '" + directory + "'), go on there with "
            + Setting.variable(DataDirectory.SETTING) + "='" + place + "', or begin anew with " + Setting.variable(DataDirectory.SETTING) + "='" + directory + "'");
      }
      warnings.add("There is another database in " + place + ", which is not used: the data are in " + directory);
    }
    return warnings;
  }

  /** The directory that the program lies in. */
  private static Path program() {
    Path jar = Path.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, 2)[0]).toAbsolutePath();
    return jar.getParent() == null ? jar : jar.getParent();
  }

  /**
   * Says why a start failed: in one line where the reason is the operator's to mend, with the trace otherwise.
   *
   * @param config what it was started with; null where not even that could be read
   */
  public static void report(Throwable failure, Config config, PrintStream err) {
    Optional<String> line = config == null ? Optional.empty() : StartupFailure.line(failure, config);
    if (line.isPresent()) {
      err.println("Rostrum cannot start: " + line.get());
    } else {
      err.println("Rostrum cannot start, for a reason that is not known to it:");
      failure.printStackTrace(err);
    }
  }
}
