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
 * The JDBC driver that fits the url: H2's or PostgreSQL's. Quarkus fixes a data source's driver when the application is
 * built; with this one between, the same build runs on both databases and the url alone decides.
 */
public class DelegatingDriver implements Driver {

  private static final List<Driver> DRIVERS = List.of(new org.h2.Driver(), new org.postgresql.Driver());

  /**
   * Pages are joined to what they link to by primary keys. PostgreSQL's cache for such joins (Memoize) takes longer than the
   * index does: without it, a page of 50 claims with four joins takes the database a fifth less.
   */
  private static final String TUNING = "set enable_memoize = off";

  /** Batches of inserts are sent as inserts of several rows, which PostgreSQL takes in two to three times faster. */
  private static final Map<String, String> BATCHES = Map.of("reWriteBatchedInserts", "true");

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Properties settings = new Properties();
    settings.putAll(BATCHES);
    settings.putAll(info);
    Driver driver = driver(url);
    Connection connection = driver.connect(url, driver instanceof org.postgresql.Driver ? settings : info);
    if (connection instanceof PGConnection) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TUNING);
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
