package org.rostrum.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** Reads articles. */
@ApplicationScoped
public class Articles implements NodeSource {

  private final Database database;

  Articles(Database database) {
    this.database = database;
  }

  @Override
  public String prefix() {
    return Article.PREFIX;
  }

  @Override
  public Map<UUID, Article> byKeys(Collection<UUID> keys) {
    return database.byKeys(Article.class, "article", keys);
  }
}
