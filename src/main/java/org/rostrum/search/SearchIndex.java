package org.rostrum.search;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.rostrum.store.sql.Database;

/**
 * Creates PostgreSQL's search index where it is missing: a generated column with the words of each text, and a GIN
 * index on it. Both are derived from the texts; to rebuild them, drop the columns named {@code words} and restart
 * Rostrum.
 */
@ApplicationScoped
class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    /** Runs before sample articles are loaded. */
    private static final int EARLY = 1;
    /**
     * An advisory lock of its own, so that servers that start at the same time create the index one after the other.
     */
    private static final long LOCK = 7_266_745_071_220_317L;

    private static final Map<String, String> WORDS = Map.of(
            "claim", "to_tsvector('english', text)",
            // A tsvector holds at most 1 MiB; 150,000 characters stay far below that, whatever the words.
            "article", "to_tsvector('english', headline || ' ' || left(body, 150000))",
            "event", "to_tsvector('english', title || ' ' || coalesce(place, ''))",
            "actor", "to_tsvector('simple', name)",
            "actor_alias", "to_tsvector('simple', alias)");

    private final DataSource source;
    private final Database database;

    SearchIndex(DataSource source, Database database) {
        this.source = source;
        this.database = database;
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent start) throws SQLException {
        if (!database.isPostgres()) {
            return;
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                for (Map.Entry<String, String> table : WORDS.entrySet()) {
                    make(statement, table.getKey(), table.getValue());
                }
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static void make(Statement statement, String table, String words) throws SQLException {
        String index = table + "_words";
        if (statement
                .executeQuery(
                        "select 1 from pg_indexes where schemaname = current_schema() and indexname = '" + index + "'")
                .next()) {
            return;
        }
        LOG.infof("Making the search index of the table %s", table);
        statement.execute("alter table " + table + " add column if not exists words tsvector generated always as ("
                + words + ") stored");
        statement.execute(
                "create index if not exists " + index + " on " + table + " using gin (words) with (fastupdate = off)");
    }
}
