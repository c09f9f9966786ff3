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
import org.jspecify.annotations.Nullable;

/**
 * Provides {@code rostrum.data}: its default, which depends on the system and the user, or the configured value as an
 * absolute path.
 */
@StaticInitSafe
public class DataDirectorySource implements ConfigSourceFactory {

    private static final String CONFIGURED = "Data directory";
    private static final String STANDARD = "Standard data directory";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue configured = context.getValue(DataDirectory.SETTING);
        Path home = Path.of(System.getProperty("user.home"));
        boolean isSet = configured != null
                && configured.getValue() != null
                && !configured.getValue().isBlank();
        Path directory = isSet
                ? DataDirectory.resolve(configured.getValue().strip(), home)
                : DataDirectory.standard(System.getProperty("os.name"), System.getenv(), home);
        return List.of(new Source(isSet ? CONFIGURED : STANDARD, DataDirectory.toSettingValue(directory)));
    }

    /** Whether the directory was configured, rather than the default. */
    public static boolean isSet(Config config) {
        return !STANDARD.equals(config.getConfigValue(DataDirectory.SETTING).getSourceName());
    }

    private record Source(String name, String directory) implements ConfigSource {

        /** Above all other sources, since this one derives its value from theirs. */
        private static final int ORDINAL = 1_000;

        /**
         * None: the platform records the values of all named properties in the build, and this one depends on the
         * running machine.
         */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public @Nullable String getValue(String setting) {
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
