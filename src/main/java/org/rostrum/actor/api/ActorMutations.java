package org.rostrum.actor.api;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.Actor;
import org.rostrum.actor.api.ActorInputs.MergeActorsInput;
import org.rostrum.actor.api.ActorInputs.MergeActorsPayload;
import org.rostrum.actor.api.ActorInputs.RecordActorInput;
import org.rostrum.actor.api.ActorInputs.RecordActorPayload;
import org.rostrum.actor.api.ActorInputs.UnmergeActorsInput;
import org.rostrum.actor.api.ActorInputs.UnmergeActorsPayload;
import org.rostrum.actor.api.ActorInputs.UpdateActorInput;
import org.rostrum.actor.api.ActorInputs.UpdateActorPayload;
import org.rostrum.actor.merge.ActorMergeService;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.write.ActorService;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** The mutations of actors. */
@GraphQLApi
public class ActorMutations {

    private final ActorInputParser parser;
    private final ActorService service;
    private final ActorMergeService merges;
    private final ActorRepository actors;
    private final ProvidedFields provided;
    private final TransactionRunner transactions;

    ActorMutations(
            ActorInputParser parser,
            ActorService service,
            ActorMergeService merges,
            ActorRepository actors,
            ProvidedFields provided,
            TransactionRunner transactions) {
        this.parser = parser;
        this.service = service;
        this.merges = merges;
        this.actors = actors;
        this.provided = provided;
        this.transactions = transactions;
    }

    /** Records an actor. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description(
            "Records a person, an organisation or a group. One that is there already is returned with an ALREADY_EXISTS error.")
    public RecordActorPayload recordActor(@Name("input") @NonNull @Description("The actor.") RecordActorInput input) {
        return change(() -> parser.parse(input).then(service::record), RecordActorPayload::new);
    }

    /** Changes an actor. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description("Changes an actor. The capacity and country of its claims follow its posts.")
    public UpdateActorPayload updateActor(@Name("input") @NonNull @Description("The change.") UpdateActorInput input) {
        Set<String> fields = provided.fields();
        return change(() -> parser.parse(input, fields).then(service::update), UpdateActorPayload::new);
    }

    /** Merges two actors. */
    @Mutation
    @RolesAllowed(Roles.REVIEWER)
    @NonNull
    @Description("Makes one actor of two: all links of the one move to the other.")
    public MergeActorsPayload mergeActors(
            @Name("input") @NonNull @Description("The two actors.") MergeActorsInput input) {
        return change(() -> parser.parse(input).then(merges::merge), MergeActorsPayload::new);
    }

    /** Takes a merge back. */
    @Mutation
    @RolesAllowed(Roles.REVIEWER)
    @NonNull
    @Description(
            "Takes a merge back: what it moved, as far as it is still there, moves back. What came to the other actor since stays there.")
    public UnmergeActorsPayload unmergeActors(
            @Name("input") @NonNull @Description("The actor that was merged.") UnmergeActorsInput input) {
        return change(() -> parser.parse(input).then(merges::unmerge), UnmergeActorsPayload::new);
    }

    /** Makes a change in a transaction, then reads the actor that the payload shows. */
    private <P> P change(Supplier<ChangeResult> change, BiFunction<Actor, List<UserError>, P> payload) {
        ChangeResult result = transactions.run(change);
        UUID key = result.key();
        return payload.apply(key == null ? null : actors.byKeys(List.of(key)).get(key), result.errors());
    }
}
