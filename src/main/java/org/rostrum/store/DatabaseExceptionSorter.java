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
 * Tells the connection pool after which failures to discard a connection, for H2 too; Quarkus does so for PostgreSQL
 * only. Otherwise the pool would keep connections to an H2 database that has been closed, and hand them out again until
 * they are idle long enough to be validated.
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
