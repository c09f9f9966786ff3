package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/** How the article reports the words. */
@Description("How the article reports the words.")
public enum ClaimKind {
    @Description("In the speaker's own words, in quotation marks.")
    DIRECT,
    @Description("In the article's words.")
    INDIRECT,
    @Description("In the article's words with some of the speaker's own in quotation marks.")
    MIXED
}
