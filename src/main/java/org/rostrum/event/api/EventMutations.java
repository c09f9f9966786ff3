package org.rostrum.event.api;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.event.Event;
import org.rostrum.event.api.EventInputs.RecordEventInput;
import org.rostrum.event.api.EventInputs.RecordEventPayload;
import org.rostrum.event.api.EventInputs.UpdateEventInput;
import org.rostrum.event.api.EventInputs.UpdateEventPayload;
import org.rostrum.event.read.EventRepository;
import org.rostrum.event.write.EventService;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** The mutations of events. */
@GraphQLApi
public class EventMutations {

    private final EventInputParser parser;
    private final EventService service;
    private final EventRepository events;
    private final ProvidedFields provided;
    private final TransactionRunner transactions;

    EventMutations(
            EventInputParser parser,
            EventService service,
            EventRepository events,
            ProvidedFields provided,
            TransactionRunner transactions) {
        this.parser = parser;
        this.service = service;
        this.events = events;
        this.provided = provided;
        this.transactions = transactions;
    }

    /** Records an event. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description(
            "Records an event. One of the same type, title and date that is there already is returned with an ALREADY_EXISTS error.")
    public RecordEventPayload recordEvent(@Name("input") @NonNull @Description("The event.") RecordEventInput input) {
        ChangeResult result = transactions.run(() -> parser.parse(input).then(service::record));
        return new RecordEventPayload(event(result.key()), result.errors());
    }

    /** Changes an event. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description("Changes an event.")
    public UpdateEventPayload updateEvent(@Name("input") @NonNull @Description("The change.") UpdateEventInput input) {
        Set<String> fields = provided.fields();
        ChangeResult result = transactions.run(() -> parser.parse(input, fields).then(service::update));
        return new UpdateEventPayload(event(result.key()), result.errors());
    }

    private @Nullable Event event(UUID key) {
        return key == null ? null : events.byKeys(List.of(key)).get(key);
    }
}
