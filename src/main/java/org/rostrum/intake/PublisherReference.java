package org.rostrum.intake;

import java.util.UUID;

/** How an input names a publisher. */
public sealed interface PublisherReference {

    /** By the global id of an organisation that has to exist. */
    record ById(String id, UUID key) implements PublisherReference {}

    /** By the name of an organisation, which is recorded where nobody knows it. */
    record ByName(String name) implements PublisherReference {}
}
