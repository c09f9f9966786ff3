package org.rostrum.article;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** An article in a list. */
@Description("An article in a list.")
public class ArticleEdge extends Edge<Article> {

    ArticleEdge(Article node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
