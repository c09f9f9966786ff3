package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/** What the date of a statement rests on. */
@Description("What the date of a statement rests on.")
public enum DateBasis {
    @Description("The article says when it was said, or a person recorded it.")
    TOLD,
    @Description(
            "The article says when the same speaker said something else beside it, or when the occasion was that it reports.")
    INHERITED,
    @Description("The day of publication: the article reports the day's news, and says nothing about another day.")
    PUBLICATION
}
