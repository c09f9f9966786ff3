package org.rostrum.article;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of articles. */
@Description("A page of articles.")
public class ArticleConnection extends Connection<Article, ArticleEdge> {

    /** The connection over a page. */
    public ArticleConnection(Page<Article> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull ArticleEdge> getEdges() {
        return edges(ArticleEdge::new);
    }
}
