package org.rostrum.server.startup;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.server.settings.DataDirectory;
import org.rostrum.server.settings.Setting;
import org.rostrum.store.DatabaseUrl;

/** Logs where the data is at start-up. */
@ApplicationScoped
public class StartupReport {

    private static final Logger LOG = Logger.getLogger(StartupReport.class);

    private final String url;

    StartupReport(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        Optional<Path> file = DatabaseUrl.h2File(url);
        if (file.isPresent()) {
            LOG.infof(
                    "The data are in %s; %s (%s) sets another place",
                    file.get().getParent(), DataDirectory.SETTING, Setting.variable(DataDirectory.SETTING));
        } else {
            LOG.infof("The database is %s", DatabaseUrl.printable(url));
        }
    }
}
