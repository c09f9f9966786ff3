package org.rostrum.article.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.article.Article;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** Reads articles. */
@ApplicationScoped
public class ArticleRepository implements NodeLoader {

    private final Database database;

    ArticleRepository(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return Article.PREFIX;
    }

    @Override
    public Map<UUID, Article> byKeys(Collection<UUID> keys, FieldSelection selection) {
        return database.byKeys(Article.class, keys, selection);
    }

    /** The whole records with these keys; a key that names nothing is left out. */
    public Map<UUID, Article> byKeys(Collection<UUID> keys) {
        return byKeys(keys, FieldSelection.ALL);
    }
}
