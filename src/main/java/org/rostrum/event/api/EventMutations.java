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
import org.rostrum.event.Event;
import org.rostrum.event.read.EventRepository;
import org.rostrum.event.write.EventInputs.RecordEventInput;
import org.rostrum.event.write.EventInputs.RecordEventPayload;
import org.rostrum.event.write.EventInputs.UpdateEventInput;
import org.rostrum.event.write.EventInputs.UpdateEventPayload;
import org.rostrum.event.write.EventService;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** How events are recorded and changed. */
@GraphQLApi
public class EventMutations {

  private final EventRepository events;
  private final EventService changes;
  private final ProvidedFields given;
  private final TransactionRunner writes;

  EventMutations(EventRepository events, EventService changes, ProvidedFields given, TransactionRunner writes) {
    this.events = events;
    this.changes = changes;
    this.given = given;
    this.writes = writes;
  }

  /** Records an event. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Records an event. One of the same type, title and date that is there already is returned with an ALREADY_EXISTS error.")
  public RecordEventPayload recordEvent(@Name("input") @NonNull @Description("The event.") RecordEventInput input) {
    return writes.run(mistakes -> changes.record(input, mistakes), (key, errors) -> new RecordEventPayload(event(key), errors));
  }

  /** Changes an event. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Changes an event.")
  public UpdateEventPayload updateEvent(@Name("input") @NonNull @Description("The change.") UpdateEventInput input) {
    Set<String> fields = given.fields();
    return writes.run(mistakes -> changes.update(input, fields, mistakes), (key, errors) -> new UpdateEventPayload(event(key), errors));
  }

  private Event event(UUID key) {
    return key == null ? null : events.byKeys(List.of(key)).get(key);
  }
}
