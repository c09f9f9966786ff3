package org.rostrum.actor.api;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.Actor;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.write.ActorInputs.MergeActorsInput;
import org.rostrum.actor.write.ActorInputs.MergeActorsPayload;
import org.rostrum.actor.write.ActorInputs.RecordActorInput;
import org.rostrum.actor.write.ActorInputs.RecordActorPayload;
import org.rostrum.actor.write.ActorInputs.UnmergeActorsInput;
import org.rostrum.actor.write.ActorInputs.UnmergeActorsPayload;
import org.rostrum.actor.write.ActorInputs.UpdateActorInput;
import org.rostrum.actor.write.ActorInputs.UpdateActorPayload;
import org.rostrum.actor.write.ActorService;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** How actors are changed. */
@GraphQLApi
public class ActorMutations {

  private final ActorRepository actors;
  private final ActorService changes;
  private final ProvidedFields given;
  private final TransactionRunner writes;

  ActorMutations(ActorRepository actors, ActorService changes, ProvidedFields given, TransactionRunner writes) {
    this.actors = actors;
    this.changes = changes;
    this.given = given;
    this.writes = writes;
  }

  /** Records an actor. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Records a person, an organisation or a group. One that is there already is returned with an ALREADY_EXISTS error.")
  public RecordActorPayload recordActor(@Name("input") @NonNull @Description("The actor.") RecordActorInput input) {
    return change(mistakes -> changes.record(input, mistakes), RecordActorPayload::new);
  }

  /** Changes an actor. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Changes an actor. The capacity and country of its claims follow its posts.")
  public UpdateActorPayload updateActor(@Name("input") @NonNull @Description("The change.") UpdateActorInput input) {
    Set<String> fields = given.fields();
    return change(mistakes -> changes.update(input, fields, mistakes), UpdateActorPayload::new);
  }

  /** Merges two actors. */
  @Mutation
  @RolesAllowed(Roles.REVIEWER)
  @NonNull
  @Description("Makes one actor of two: all links of the one move to the other.")
  public MergeActorsPayload mergeActors(@Name("input") @NonNull @Description("The two actors.") MergeActorsInput input) {
    return change(mistakes -> changes.merge(input, mistakes), MergeActorsPayload::new);
  }

  /** Takes a merge back. */
  @Mutation
  @RolesAllowed(Roles.REVIEWER)
  @NonNull
  @Description("Takes a merge back: what it moved, as far as it is still there, moves back. What came to the other actor since stays there.")
  public UnmergeActorsPayload unmergeActors(@Name("input") @NonNull @Description("The actor that was merged.") UnmergeActorsInput input) {
    return change(mistakes -> changes.unmerge(input, mistakes), UnmergeActorsPayload::new);
  }

  private <P> P change(Function<InputValidator, UUID> change, BiFunction<Actor, List<UserError>, P> payload) {
    return writes.run(change, (key, errors) ->
        payload.apply(key == null ? null : actors.byKeys(List.of(key)).get(key), errors));
  }
}
