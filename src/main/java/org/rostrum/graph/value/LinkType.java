package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/**
 * How one claim stands to another, by CiTO, the Citation Typing Ontology (http://purl.org/spar/cito). Extraction never
 * yields {@link #CORRECTS} or {@link #RETRACTS}; clients may record them.
 */
@Description("How one claim stands to another, by CiTO, the Citation Typing Ontology (http://purl.org/spar/cito).")
public enum LinkType {
    @Description("It answers the other.")
    REPLIES_TO,
    @Description("It agrees with the other.")
    AGREES_WITH,
    @Description("It disagrees with the other.")
    DISAGREES_WITH,
    @Description("It disputes what the other says.")
    DISPUTES,
    @Description("It confirms what the other says.")
    CONFIRMS,
    @Description("It corrects the other.")
    CORRECTS,
    @Description("It takes the other back.")
    RETRACTS,
    @Description("It supports the other.")
    SUPPORTS
}
