package org.rostrum.graph;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.jdbc.postgresql.runtime.PostgreSQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.sql.SQLException;

/**
 * Which failures end a connection: the platform knows those of PostgreSQL only. Without those of H2 the pool would go on giving out
 * connections to a database that was closed, to clients who come back before it takes them for idle and tries them.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@JdbcDriver("postgresql")
public class PoolConfiguration extends PostgreSQLAgroalConnectionConfigurer {

  @Override
  public void setExceptionSorter(String kind, AgroalDataSourceConfigurationSupplier configuration) {
    configuration.connectionPoolConfiguration().exceptionSorter((ExceptionSorter) PoolConfiguration::isFatal);
  }

  private static boolean isFatal(SQLException failure) {
    return DatabaseFailure.of(failure) == DatabaseFailure.AWAY;
  }
}
