package org.rostrum.claim;

import org.eclipse.microprofile.graphql.Description;

/** What claims can be grouped by when they are counted. */
@org.eclipse.microprofile.graphql.Enum("CountGroup")
@Description("What claims are counted apart by.")
public enum CountDimension {
    @Description("Who speaks.")
    SPEAKER,
    @Description("The country that is spoken for.")
    COUNTRY,
    @Description("How the article reports the words.")
    KIND,
    @Description("What is done by saying it.")
    ACT,
    @Description("Who published the article.")
    PUBLISHER
}
