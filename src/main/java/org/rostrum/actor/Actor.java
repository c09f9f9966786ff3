package org.rostrum.actor;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.node.Node;

/** Who can speak or act. */
@Description("Who can speak or act: a person, an organisation, a group or a country.")
public interface Actor extends Node {

    /** The name in English. */
    @NonNull
    @Description("The name in English.")
    String getName();

    /** The id of the actor's item in Wikidata. */
    @Description("The id of the actor's Wikidata item, such as Q212.")
    String getWikidataId();

    /** Whether somebody, or the reference data, vouches for the actor. */
    @NonNull
    @Description(
            "Whether reference data or a person vouch for the actor; false for one that only the words of articles tell of.")
    Boolean getConfirmed();

    /** When the actor was recorded. */
    @NonNull
    @Description("When this was recorded.")
    Instant getRecordedAt();

    /** Who recorded the actor. */
    @NonNull
    @Description("Who recorded this: the name in the bearer token, or \"rostrum\" for the system itself.")
    String getRecordedBy();

    /** When the actor last changed. */
    @NonNull
    @Description("When this last changed.")
    Instant getUpdatedAt();
}
