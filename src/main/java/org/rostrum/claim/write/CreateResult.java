package org.rostrum.claim.write;

import java.util.UUID;

/** The outcome of creating a record of which there can be only one. */
public sealed interface CreateResult {

    /** The key of the record, new or not. */
    UUID key();

    /** The record is new. */
    record Created(UUID key) implements CreateResult {}

    /** An equal record exists; nothing was written. */
    record AlreadyExists(UUID key) implements CreateResult {}
}
