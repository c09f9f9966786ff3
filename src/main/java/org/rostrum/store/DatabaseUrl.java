package org.rostrum.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.h2.engine.ConnectionInfo;
import org.h2.message.DbException;

/** Information in a JDBC URL. */
public final class DatabaseUrl {

    /** The prefix of H2's URLs. */
    public static final String H2 = "jdbc:h2:";
    /** The prefix of PostgreSQL's URLs. */
    public static final String POSTGRESQL = "jdbc:postgresql:";
    /** The suffix of an H2 database's file. */
    public static final String H2_FILE_ENDING = ".mv.db";

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

    private DatabaseUrl() {}

    /**
     * The file of an embedded H2 database; empty for databases in memory, on another server or of another vendor, and
     * for URLs that H2 rejects.
     *
     * @return the absolute path, with the suffix {@value #H2_FILE_ENDING}
     */
    public static Optional<Path> h2File(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        try {
            ConnectionInfo info = new ConnectionInfo(url, new Properties(), null, null);
            return info.isRemote() || !info.isPersistent()
                    ? Optional.empty()
                    : Optional.of(Path.of(info.getName() + H2_FILE_ENDING));
        } catch (DbException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The URL without parameters and credentials, for log messages. */
    public static String printable(String url) {
        return CREDENTIALS.matcher(url.split("[?;]", 2)[0]).replaceFirst("//");
    }
}
