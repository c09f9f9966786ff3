package org.rostrum;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts PostgreSQL for the test run that asks for it with {@code -Drostrum.test.database=postgresql}: its binaries
 * come as a Maven dependency. Where they do not run, the tests are skipped and say why.
 */
public class TestDatabase implements LauncherSessionListener {

    /** Why PostgreSQL could not be started; not set when it could. */
    public static final String UNAVAILABLE = "rostrum.test.database.unavailable";

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"postgresql".equals(System.getProperty("rostrum.test.database"))) {
            return;
        }
        try {
            postgres = EmbeddedPostgres.builder().start();
            System.setProperty("rostrum.db.url", postgres.getJdbcUrl("postgres", "postgres"));
            System.setProperty("rostrum.db.user", "postgres");
            System.setProperty("rostrum.db.password", "postgres");
        } catch (IOException | RuntimeException e) {
            System.setProperty(UNAVAILABLE, e.toString());
            System.err.println("PostgreSQL could not be started, its tests are skipped: " + e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            System.err.println("PostgreSQL could not be stopped: " + e);
        }
    }
}
