package org.rostrum.store;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.jdbc.postgresql.runtime.PostgreSQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.sql.SQLException;

/**
 * Tells the connection pool which failures end a connection; the platform knows only those of PostgreSQL. Without this, the pool keeps a
 * connection to an H2 database that was closed, and gives it out again to clients who retry before it counts as idle and is checked.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@JdbcDriver("postgresql")
public class DatabaseExceptionSorter extends PostgreSQLAgroalConnectionConfigurer {

  @Override
  public void setExceptionSorter(String kind, AgroalDataSourceConfigurationSupplier configuration) {
    configuration.connectionPoolConfiguration().exceptionSorter((ExceptionSorter) DatabaseExceptionSorter::isFatal);
  }

  private static boolean isFatal(SQLException failure) {
    return DatabaseFailure.of(failure) == DatabaseFailure.AWAY;
  }
}
