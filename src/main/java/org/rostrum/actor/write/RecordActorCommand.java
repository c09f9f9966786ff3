package org.rostrum.actor.write;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.affiliation.AffiliationDraft;

/**
 * A valid request to record an actor.
 *
 * @param type its kind, but for countries
 * @param name its name
 * @param wikidataId the id of its Wikidata item, or null
 * @param country the key of its country, or null
 * @param aliases its other names, each once
 * @param affiliations its posts
 * @param namesakes the keys of actors that have its name and are not the same
 */
public record RecordActorCommand(
        ActorType type,
        String name,
        @Nullable String wikidataId,
        @Nullable UUID country,
        List<String> aliases,
        List<AffiliationDraft> affiliations,
        Set<UUID> namesakes) {}
