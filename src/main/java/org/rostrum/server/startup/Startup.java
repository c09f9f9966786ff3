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
import org.jspecify.annotations.Nullable;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.server.settings.DataDirectory;
import org.rostrum.server.settings.DataDirectorySource;
import org.rostrum.server.settings.Setting;
import org.rostrum.server.settings.Settings;
import org.rostrum.store.DatabaseUrl;

/** Checks the settings and the data directory before the server starts. */
public final class Startup {

    /** The exit code of a server that could not start. */
    public static final int FAILED = 1;

    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final String URL = "rostrum.db.url";

    private Startup() {}

    /**
     * Reads the settings as the server will read them.
     *
     * @throws RuntimeException when a source of settings cannot be read
     */
    public static Config settings() {
        return ConfigUtils.configBuilder().build();
    }

    /**
     * Checks the settings and the data directory, and logs warnings.
     *
     * @throws StartupException when the server cannot start with them
     */
    public static void check(Config config) {
        List<String> warnings =
                new ArrayList<>(Settings.unknown(System.getenv(), ((SmallRyeConfig) config).getConfigSources()));
        try {
            Settings.check(config);
            Optional<Path> file = databaseFile(config);
            if (file.isPresent()) {
                warnings.addAll(checkEarlierDirectories(config, DataDirectory.of(file.get())));
                DataDirectory.prepare(file.get());
            }
        } catch (StartupException e) {
            // Logging is not configured yet, and a misspelt name may be the reason for the failure.
            warnings.forEach(warning -> System.err.println("Rostrum: " + warning));
            throw e;
        }
        warnings.forEach(LOG::warn);
    }

    /** The file of the configured database; empty for a database that is not an H2 file. */
    public static Optional<Path> databaseFile(Config config) {
        return DatabaseUrl.h2File(config.getValue(URL, String.class));
    }

    /**
     * Looks for data where earlier versions kept it: it is neither ignored silently nor moved.
     *
     * @return warnings
     * @throws StartupException when an empty database would be created although no directory was configured
     */
    private static List<String> checkEarlierDirectories(Config config, Path directory) {
        List<Path> earlier = DataDirectory.earlier(Path.of(""), programDirectory(), directory);
        boolean isConfigured = DataDirectorySource.isSet(config)
                || !directory.equals(Path.of(config.getValue(DataDirectory.SETTING, String.class)));
        List<String> warnings = new ArrayList<>();
        for (Path place : earlier) {
            if (!isConfigured && !DataDirectory.holdsDatabase(directory)) {
                throw new StartupException(
                        "there is a database in " + place + ", where earlier versions kept it, and none in " + directory
                                + ", where it is kept now; move it (mkdir -p '" + directory + "' && mv '" + place
                                + "'/rostrum.* '" + directory + "'), go on there with "
                                + Setting.variable(DataDirectory.SETTING) + "='" + place + "', or begin anew with "
                                + Setting.variable(DataDirectory.SETTING) + "='" + directory + "'");
            }
            warnings.add("There is another database in " + place + ", which is not used: the data are in " + directory);
        }
        return warnings;
    }

    /** The directory of the program. */
    private static Path programDirectory() {
        Path jar = Path.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, 2)[0])
                .toAbsolutePath();
        return jar.getParent() == null ? jar : jar.getParent();
    }

    /**
     * Prints why a start failed: in one line where the operator can fix the reason, with the stack trace otherwise.
     *
     * @param config the settings; null where they could not be read
     */
    public static void report(Throwable failure, @Nullable Config config, PrintStream err) {
        Optional<String> line = config == null ? Optional.empty() : StartupFailure.line(failure, config);
        if (line.isPresent()) {
            err.println("Rostrum cannot start: " + line.get());
        } else {
            err.println("Rostrum cannot start, for a reason that is not known to it:");
            failure.printStackTrace(err);
        }
    }
}
