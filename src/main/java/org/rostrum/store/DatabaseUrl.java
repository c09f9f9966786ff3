package org.rostrum.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.h2.engine.ConnectionInfo;
import org.h2.message.DbException;

/** What a JDBC url tells about the database. */
public final class DatabaseUrl {

  /** How urls of H2 begin. */
  public static final String H2 = "jdbc:h2:";
  /** How urls of PostgreSQL begin. */
  public static final String POSTGRESQL = "jdbc:postgresql:";
  /** How the file of an H2 database ends. */
  public static final String H2_FILE_ENDING = ".mv.db";

  private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

  private DatabaseUrl() {}

  /**
   * Where H2 keeps the database that it opens in this process; empty for databases in memory, on another server or of
   * another kind, and for urls that H2 does not understand.
   *
   * @return the absolute path of the file with its ending {@value #H2_FILE_ENDING}
   */
  public static Optional<Path> h2File(String url) {
    if (!url.startsWith(H2)) {
      return Optional.empty();
    }
    try {
      ConnectionInfo info = new ConnectionInfo(url, new Properties(), null, null);
      return info.isRemote() || !info.isPersistent() ? Optional.empty() : Optional.of(Path.of(info.getName() + H2_FILE_ENDING));
    } catch (DbException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The url without settings and without what lets somebody log in: what may be printed. */
  public static String printable(String url) {
    return CREDENTIALS.matcher(url.split("[?;]", 2)[0]).replaceFirst("//");
  }
}
