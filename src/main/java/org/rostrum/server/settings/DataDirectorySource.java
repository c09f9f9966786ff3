package org.rostrum.server.settings;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives {@code rostrum.data} a default that depends on the system and the user, and makes what is set absolute. */
@StaticInitSafe
public class DataDirectorySource implements ConfigSourceFactory {

  private static final String SET = "Data directory";
  private static final String STANDARD = "Standard data directory";

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue set = context.getValue(DataDirectory.SETTING);
    Path home = Path.of(System.getProperty("user.home"));
    boolean isSet = set != null && set.getValue() != null && !set.getValue().isBlank();
    Path directory = isSet ? DataDirectory.of(set.getValue().strip(), home)
        : DataDirectory.standard(System.getProperty("os.name"), System.getenv(), home);
    return List.of(new Source(isSet ? SET : STANDARD, DataDirectory.written(directory)));
  }

  /** Whether somebody set the directory, or it is the standard one. */
  public static boolean isSet(Config config) {
    return !STANDARD.equals(config.getConfigValue(DataDirectory.SETTING).getSourceName());
  }

  private record Source(String name, String directory) implements ConfigSource {

    /** Before every place where the value may have been set, of which it is made. */
    private static final int ORDINAL = 1_000;

    /** None: the platform writes all values that it can find into the build, and this one is the running machine's. */
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public String getValue(String setting) {
      return setting.equals(DataDirectory.SETTING) ? directory : null;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public int getOrdinal() {
      return ORDINAL;
    }
  }
}
