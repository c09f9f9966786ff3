package org.rostrum.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.ColumnType;
import org.rostrum.store.sql.SqlFragment.ArrayParameter;

/**
 * Runs statements that read: takes a connection, binds parameters, and counts what is read against the request's
 * limits.
 */
@ApplicationScoped
class StatementRunner {

    private static final Logger LOG = Logger.getLogger(StatementRunner.class);
    private static final LocalDate MIN_DATE = LocalDate.of(1, 1, 1);
    private static final LocalDate MAX_DATE = LocalDate.of(9999, 12, 31);

    private final DataSource source;
    private final StatementCanceller canceller;

    StatementRunner(DataSource source, StatementCanceller canceller) {
        this.source = source;
        this.canceller = canceller;
    }

    /** Called for each row of a result, with the result positioned at the row. */
    interface RowHandler {
        void handle(ResultSet row) throws SQLException;
    }

    /** Runs an action whose statements share one connection, which is taken when the first of them runs. */
    <R> R withSharedConnection(Supplier<R> action) {
        RequestContext request = RequestContext.current();
        request.setSharesConnection(true);
        try {
            return action.get();
        } finally {
            request.setSharesConnection(false);
            close(request.sharedConnection());
            request.setSharedConnection(null);
        }
    }

    /**
     * Runs a statement and hands over its rows, in their order.
     *
     * @throws LimitExceededException when the request's deadline has passed
     * @throws BadUserInputException when a parameter is a value that a database cannot store
     * @throws IllegalStateException when the statement fails; the cause is the driver's exception
     */
    void run(String text, List<Object> parameters, RowHandler handler) {
        RequestContext request = RequestContext.current();
        Connection connection = null;
        try {
            connection = request.sharedConnection() != null ? request.sharedConnection() : source.getConnection();
            if (request.sharesConnection()) {
                request.setSharedConnection(connection);
            }
            // Only now: waiting for a connection may have used up all of the time.
            request.countStatement();
            run(connection, text, parameters, handler, request);
        } catch (SQLException e) {
            throw new IllegalStateException("A statement failed: " + text, e);
        } finally {
            if (!request.sharesConnection()) {
                close(connection);
            }
        }
    }

    private void run(
            Connection connection, String text, List<Object> parameters, RowHandler handler, RequestContext request)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.size(); i++) {
                bind(connection, statement, i + 1, parameters.get(i));
            }
            canceller.begin(request, statement);
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    handler.handle(rows);
                    count++;
                }
            } finally {
                canceller.end(request);
            }
            request.countRows(count);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be returned to the pool", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object value)
            throws SQLException {
        if (value instanceof ArrayParameter array) {
            for (Object item : array.items()) {
                checkStorable(item);
            }
            statement.setArray(position, connection.createArrayOf(array.type(), array.items()));
            return;
        }
        checkStorable(value);
        ColumnType.set(statement, position, value);
    }

    /**
     * Rejects values that one of the databases would refuse with an error of its own: they are the client's mistake.
     */
    private static void checkStorable(Object value) {
        if (value instanceof String text && !TextNormalizer.isStorable(text)) {
            throw new BadUserInputException("text", "must not contain U+0000 or half of a surrogate pair");
        }
        if (value instanceof LocalDate date && (date.isBefore(MIN_DATE) || date.isAfter(MAX_DATE))) {
            throw new BadUserInputException("date", "must be between " + MIN_DATE + " and " + MAX_DATE);
        }
    }
}
