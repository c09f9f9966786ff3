package org.rostrum.server.failure;

import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.DatabaseUrl;

/** Describes in one line why a start failed, where the operator can fix the reason. */
public final class StartupFailure {

    /**
     * H2's and PostgreSQL's codes: https://h2database.com/javadoc/org/h2/api/ErrorCode.html, PostgreSQL's appendix A.
     */
    private static final int H2_LOCKED = 90020;

    private static final int H2_WRONG_PASSWORD = 28000;
    private static final int H2_DAMAGED = 90030;
    private static final int H2_OTHER_VERSION = 90048;
    private static final int H2_READ_ONLY = 90097;

    private static final Pattern NEWER = Pattern.compile("applied migration not resolved locally: (\\S+?)\\.?\\s");
    private static final Pattern CHECKSUM = Pattern.compile("Migration checksum mismatch for migration version (\\S+)");
    private static final Pattern FAILED = Pattern.compile("failed migration to version (\\S+)");
    /** The configuration library's message codes. */
    private static final Pattern CONFIG_CODES = Pattern.compile("SRCFG\\d+: ");

    private static final Pattern SETTING =
            Pattern.compile("(rostrum|quarkus|mp\\.jwt|smallrye)\\.[a-z][\\w.-]*.*", Pattern.DOTALL);
    private static final String NOT_EMPTY = "Found non-empty schema(s)";
    private static final int MAX_CAUSES = 50;
    private static final int MAX_LENGTH = 500;

    private StartupFailure() {}

    /**
     * Describes a failure.
     *
     * @param config what the server was started with
     * @return empty where the failure is of no known kind, so that its stack trace is needed
     */
    public static Optional<String> line(Throwable failure, Config config) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MAX_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        String url = config.getOptionalValue("rostrum.db.url", String.class).orElse("");
        for (Throwable cause : causes) {
            String known = ofStart(cause, config);
            if (known == null) {
                known = ofSchema(cause, url);
            }
            if (known != null) {
                return Optional.of(oneLine(known));
            }
        }
        for (Throwable cause : causes) {
            String known = cause instanceof SQLException sql ? ofDatabase(sql, url) : null;
            if (known != null) {
                return Optional.of(oneLine(known));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String ofStart(Throwable cause, Config config) {
        if (cause instanceof StartupException) {
            return cause.getMessage();
        }
        if (cause instanceof QuarkusBindException bind) {
            return "it cannot listen on port " + bind.getPort() + " of " + bind.getHost() + " ("
                    + String.valueOf(bind.getMessage()).replaceFirst(".*: ", "")
                    + "); stop what uses it, or set quarkus.http.port (QUARKUS_HTTP_PORT) or quarkus.http.host (QUARKUS_HTTP_HOST)";
        }
        if (cause instanceof BindException) {
            return "it cannot listen on "
                    + config.getOptionalValue("quarkus.http.host", String.class).orElse("its address") + " ("
                    + cause.getMessage()
                    + "); set quarkus.http.host (QUARKUS_HTTP_HOST) and quarkus.http.port (QUARKUS_HTTP_PORT)";
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        boolean isArgument = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException;
        if (isArgument && SETTING.matcher(message).matches()) {
            return message;
        }
        return CONFIG_CODES.matcher(message).find() && cause.getCause() == null
                ? CONFIG_CODES.matcher(message).replaceAll("")
                : null;
    }

    private static @Nullable String ofSchema(Throwable cause, String url) {
        String message = String.valueOf(cause.getMessage());
        String database = DatabaseUrl.printable(url);
        if (cause instanceof FlywayValidateException) {
            Matcher newer = NEWER.matcher(message + '\n');
            if (newer.find()) {
                return "the database " + database
                        + " was made by a newer version of Rostrum, which knows its migration " + newer.group(1)
                        + "; start that version, or restore a backup of this one's";
            }
            Matcher changed = CHECKSUM.matcher(message);
            if (changed.find()) {
                return "the database " + database + " was made by another build of Rostrum: migration "
                        + changed.group(1) + " is not the one that it has run";
            }
            Matcher failed = FAILED.matcher(message);
            if (failed.find()) {
                return "migration " + failed.group(1) + " of the database " + database
                        + " has failed before; restore the backup from before it";
            }
            return "the database " + database + " is not as this version left it: " + message;
        }
        if (cause instanceof FlywayException && message.startsWith(NOT_EMPTY)) {
            return "the database " + database
                    + " has tables that are not Rostrum's; set rostrum.db.url (ROSTRUM_DB_URL) to an empty database";
        }
        if (cause instanceof FlywayMigrateException migrate) {
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return "migration " + migrate.getMigration().getScript() + " of the database " + database + " failed: "
                    + root.getMessage();
        }
        return null;
    }

    /** Describes a failure of the database; null where it is of no known kind. */
    public static @Nullable String ofDatabase(SQLException failure, String url) {
        String database = DatabaseUrl.printable(url);
        String message = failure.getMessage();
        if (url.startsWith(DatabaseUrl.H2)) {
            return switch (failure.getErrorCode()) {
                case H2_LOCKED ->
                    "the database " + database
                            + " is in use by another process; stop that server, or set rostrum.data (ROSTRUM_DATA) to a directory"
                            + " of this one's own";
                case H2_WRONG_PASSWORD ->
                    "the database " + database
                            + " refuses the user or the password; set rostrum.db.user (ROSTRUM_DB_USER) and"
                            + " rostrum.db.password (ROSTRUM_DB_PASSWORD) to what it was made with";
                case H2_DAMAGED -> "the database " + database + " is damaged (" + message + "); restore a backup";
                case H2_OTHER_VERSION ->
                    "the database " + database + " was written by another version of H2 (" + message
                            + "); restore a backup with the version that wrote it";
                case H2_READ_ONLY ->
                    "the database " + database + " can only be read; give this user the right to write it";
                default ->
                    failure instanceof java.sql.SQLNonTransientConnectionException || isCausedByIo(failure)
                            ? "the database " + database + " cannot be opened: " + message
                            : null;
            };
        }
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                "the database " + database + " refuses the user or the password (" + message
                        + "); set rostrum.db.user (ROSTRUM_DB_USER) and rostrum.db.password (ROSTRUM_DB_PASSWORD)";
            case "3D000" -> "there is no database " + database + "; make it, or set rostrum.db.url (ROSTRUM_DB_URL)";
            case "57P03", "53300" -> "the database " + database + " takes no connection now: " + message;
            case "42501" -> "the database " + database + " does not let this user make tables: " + message;
            default ->
                state.startsWith("08")
                        ? "the database " + database + " cannot be reached (" + message
                                + "); is it running, and is rostrum.db.url" + " (ROSTRUM_DB_URL) right?"
                        : null;
        };
    }

    private static boolean isCausedByIo(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Why an operation on a file or an address failed, in a few words. */
    public static @Nullable String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "there is a file of this name";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.getCause() instanceof IOException inner ? inner.getMessage() : e.getMessage();
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
