package org.rostrum.actor.write;

import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.affiliation.AffiliationDraft;
import org.rostrum.graph.input.FieldUpdate;

/**
 * A valid request to change an actor.
 *
 * @param actor the actor, as read in the running transaction
 * @param name its name; never replaced by null
 * @param wikidataId the id of its Wikidata item
 * @param country the key of its country; kept for countries
 * @param aliases all of its other names, each once
 * @param affiliations all of its posts
 * @param confirmed whether somebody vouches for it; never replaced by null
 */
public record UpdateActorCommand(
        ActorEntity actor,
        FieldUpdate<String> name,
        FieldUpdate<String> wikidataId,
        FieldUpdate<UUID> country,
        FieldUpdate<List<String>> aliases,
        FieldUpdate<List<AffiliationDraft>> affiliations,
        FieldUpdate<Boolean> confirmed) {}
