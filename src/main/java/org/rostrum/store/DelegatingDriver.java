package org.rostrum.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.postgresql.PGConnection;

/**
 * A JDBC driver that delegates to H2's or PostgreSQL's, depending on the URL. Quarkus fixes a data source's driver at
 * build time; with this one the same build runs on both databases.
 */
public class DelegatingDriver implements Driver {

    private static final List<Driver> DRIVERS = List.of(new org.h2.Driver(), new org.postgresql.Driver());

    /**
     * Pages are joined to linked tables by primary keys. For such joins PostgreSQL's cache (Memoize) costs more than
     * the index: without it, a page of 50 claims with four joins takes the database a fifth less time.
     */
    private static final String POSTGRESQL_TUNING = "set enable_memoize = off";

    /** Sends batches of inserts as multi-row inserts, which PostgreSQL executes two to three times faster. */
    private static final Map<String, String> POSTGRESQL_DEFAULTS = Map.of("reWriteBatchedInserts", "true");

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Properties settings = new Properties();
        settings.putAll(POSTGRESQL_DEFAULTS);
        settings.putAll(info);
        Driver driver = driver(url);
        Connection connection = driver.connect(url, driver instanceof org.postgresql.Driver ? settings : info);
        if (connection instanceof PGConnection) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(POSTGRESQL_TUNING);
            }
        }
        return connection;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        for (Driver driver : DRIVERS) {
            if (driver.acceptsURL(url)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    private static Driver driver(String url) throws SQLException {
        for (Driver driver : DRIVERS) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("rostrum.db.url must begin with jdbc:h2: or jdbc:postgresql:, was " + url);
    }
}
