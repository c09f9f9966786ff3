package org.rostrum.graph.node;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** The types that a search returns. */
@Union
@Description("What a search can find.")
public interface SearchResult {}
