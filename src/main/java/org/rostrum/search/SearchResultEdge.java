package org.rostrum.search;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;
import org.rostrum.graph.node.SearchResult;

/** A thing that was found, in a list. */
@Description("A thing that was found, in a list.")
public class SearchResultEdge extends Edge<SearchResult> {

    SearchResultEdge(SearchResult node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
