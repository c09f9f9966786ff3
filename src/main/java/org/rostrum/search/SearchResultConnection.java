package org.rostrum.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;
import org.rostrum.graph.node.SearchResult;

/** A page of things that were found. */
@Description("A page of things that were found.")
public class SearchResultConnection extends Connection<SearchResult, SearchResultEdge> {

    /** The connection over a page. */
    public SearchResultConnection(Page<SearchResult> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull SearchResultEdge> getEdges() {
        return edges(SearchResultEdge::new);
    }
}
