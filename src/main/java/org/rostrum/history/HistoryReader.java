package org.rostrum.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.OrderDirection;
import org.rostrum.connection.PageArgs;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.SqlFragment;

/** Reads the histories of records. */
@ApplicationScoped
public class HistoryReader {

    private static final ConnectionQuery<ChangeEntry> OF_SUBJECT =
            ConnectionQuery.of("history", ChangeEntry.class, "change_entry", "h", "", "h.subject_id");
    private static final KeysetOrder<ChangeEntry> LATEST_FIRST =
            new KeysetOrder<>("AT", "h.recorded_at", Instant.class, entry -> entry.recordedAt, OrderDirection.DESC);

    private final KeysetPaginator lists;

    HistoryReader(KeysetPaginator lists) {
        this.lists = lists;
    }

    /** A page of each record's history, in the order of the records; the latest change comes first. */
    public List<ChangeConnection> of(List<? extends BaseEntity> subjects, PageArgs page) {
        return lists.nested(
                OF_SUBJECT,
                subjects,
                page,
                SqlFragment.TRUE,
                LATEST_FIRST,
                FieldSelection.ALL,
                entries -> new ChangeConnection(entries.map(Change::of)));
    }
}
