package org.rostrum.graph.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits on one request and on one connection. */
@ConfigMapping(prefix = "rostrum.limits")
public interface Limits {

    /** The maximum size of a request's body, and of a message over a WebSocket. */
    @WithDefault("16M")
    MemorySize body();

    /**
     * The maximum size of all bodies in memory at a time, received or being processed; at least {@link #body}. Defaults
     * to an eighth of the heap, because parsing a body takes about five times its size.
     */
    Optional<MemorySize> bodies();

    /** The maximum number of tokens in a document. */
    @WithDefault("10000")
    int tokens();

    /** The maximum nesting depth of fields. */
    @WithDefault("20")
    int depth();

    /** The maximum number of fields in an operation; those of a fragment count wherever it is spread. */
    @WithDefault("2000")
    int fields();

    /** The maximum number of fields with an alias. */
    @WithDefault("100")
    int aliases();

    /** The maximum number of root fields in an operation. */
    @WithDefault("50")
    int rootFields();

    /** The maximum number of directives at one location. */
    @WithDefault("5")
    int directives();

    /**
     * The maximum number of fragment spreads and inline fragments; those inside a fragment count wherever it is spread.
     */
    @WithDefault("500")
    int spreads();

    /** The maximum number of validation errors in a response. */
    @WithDefault("20")
    int errors();

    /**
     * The maximum cost of a request: the number of records it can return, page sizes multiplied down the nesting, as
     * GitHub computes its node limit. One statement may get the keys of all of them, some twice, and PostgreSQL accepts
     * 65,535 parameters, so requests may fail with a limit above 30,000.
     */
    @WithDefault("20000")
    int nodes();

    /**
     * The maximum number of associations and lists that a request fetches, counted for each object, plus the objects in
     * lists without pages. The cost bounds what is requested; this bounds lists without pages that are longer than the
     * cost assumes.
     */
    @WithDefault("40000")
    int fetches();

    /** The maximum size of a response's data. */
    @WithDefault("64M")
    MemorySize answer();

    /** How long a request may take before it is stopped. */
    @WithDefault("10s")
    Duration deadline();

    /** The maximum number of concurrent subscriptions on one WebSocket. */
    @WithDefault("50")
    int subscriptions();

    /** How long a subscriber may leave sent messages unread before its subscriptions end. */
    @WithDefault("10s")
    Duration slowSubscriber();
}
