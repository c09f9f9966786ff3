package org.rostrum.store;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import javax.transaction.xa.XAException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * Temporary failures of the database: the same request may succeed later. Error codes of both databases are interpreted
 * only here. SQLStates are those of the SQL standard and of PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html), vendor codes those of H2 ({@link ErrorCode}).
 */
public enum DatabaseFailure {
    /** The database cannot be reached, is starting or stopping, or is out of connections, memory or disk. */
    AWAY,
    /** A conflict with concurrent transactions: a lock timeout, a deadlock or a serialization failure. */
    BUSY;

    /** The maximum number of throwables to inspect, against endless chains. */
    private static final int MAX_CAUSES = 100;
    /**
     * The connection pool's own exceptions have no codes: they say that no connection could be acquired or created in
     * time.
     */
    private static final Pattern POOL_MESSAGE =
            Pattern.compile("(?i)acquisition timeout|can't create new connection|pool is closed");

    /**
     * Classifies a failure by itself, its causes, suppressed exceptions and next exceptions: a failed commit has the
     * reason in one of these places.
     *
     * @param failure any failure, or null
     * @return null when it is not a temporary failure of the database
     */
    public static @Nullable DatabaseFailure of(@Nullable Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static @Nullable DatabaseFailure of(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || seen.size() == MAX_CAUSES || !seen.add(failure)) {
            return null;
        }
        DatabaseFailure found = withoutCauses(failure);
        if (found == null) {
            found = of(failure.getCause(), seen);
        }
        if (found == null && failure instanceof SQLException sql) {
            found = of(sql.getNextException(), seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (found == null) {
                found = of(suppressed, seen);
            }
        }
        return found;
    }

    private static @Nullable DatabaseFailure withoutCauses(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return ofSql(sql);
        }
        if (failure instanceof XAException xa) {
            return ofTransaction(xa.errorCode);
        }
        if (failure instanceof MVStoreException store) {
            return ofStore(store.getErrorCode());
        }
        if (failure instanceof JDBCConnectionException) {
            return AWAY;
        }
        boolean locked = failure instanceof LockAcquisitionException
                || failure instanceof LockTimeoutException
                || failure instanceof PessimisticLockException
                || failure instanceof OptimisticLockException
                || failure instanceof StaleStateException;
        return locked ? BUSY : null;
    }

    private static @Nullable DatabaseFailure ofSql(SQLException failure) {
        boolean connection = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
        if (connection) {
            return AWAY;
        }
        String state = failure.getSQLState();
        if (state == null) {
            return failure.getMessage() != null
                            && POOL_MESSAGE.matcher(failure.getMessage()).find()
                    ? AWAY
                    : null;
        }
        DatabaseFailure known = ofState(state);
        return known != null ? known : ofH2(failure.getErrorCode());
    }

    private static @Nullable DatabaseFailure ofState(String state) {
        return switch (state) {
            // Serialization failure, deadlock detected, lock not available.
            case "40001", "40P01", "55P03" -> BUSY;
            // Write on a standby that a failover has not promoted yet; I/O error of PostgreSQL.
            case "25006", "58030" -> AWAY;
            default -> isAway(state) ? AWAY : null;
        };
    }

    /**
     * Connection exceptions (08), authorization (28: the credentials are the server's own, not the client's),
     * insufficient resources (53) and operator intervention (57P); not 57014, a cancelled statement.
     */
    private static boolean isAway(String state) {
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("53") || state.startsWith("57P");
    }

    private static @Nullable DatabaseFailure ofH2(int code) {
        return switch (code) {
            case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.DEADLOCK_1 -> BUSY;
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_ALREADY_OPEN_1,
                    ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.OUT_OF_MEMORY,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> AWAY;
            default -> null;
        };
    }

    /** Codes of H2's storage engine: from 100 on they are about a transaction, below about the file. */
    private static @Nullable DatabaseFailure ofStore(int code) {
        return switch (code) {
            case DataUtils.ERROR_TRANSACTION_LOCKED, DataUtils.ERROR_TRANSACTIONS_DEADLOCK -> BUSY;
            case DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_WRITING_FAILED,
                    DataUtils.ERROR_CLOSED,
                    DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_FILE_LOCKED -> AWAY;
            default -> null;
        };
    }

    private static @Nullable DatabaseFailure ofTransaction(int code) {
        return switch (code) {
            case XAException.XAER_RMFAIL, XAException.XA_RBCOMMFAIL -> AWAY;
            case XAException.XA_RBDEADLOCK, XAException.XA_RBTRANSIENT, XAException.XA_RETRY -> BUSY;
            default -> null;
        };
    }

    /** The message for clients. */
    public String clientMessage() {
        return this == AWAY
                ? "the database cannot be reached at the moment; try again later"
                : "others were writing the same records at the same time; try again";
    }
}
