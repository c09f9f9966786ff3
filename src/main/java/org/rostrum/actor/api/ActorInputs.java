package org.rostrum.actor.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.Actor;
import org.rostrum.actor.ActorType;
import org.rostrum.graph.error.UserError;

/** The inputs and payloads of the mutations of actors. */
public final class ActorInputs {

    private ActorInputs() {}

    /** A post. */
    @Input("AffiliationInput")
    @Description("A post that an actor holds or held.")
    public static class PostInput {
        @NonNull
        @Description("The post's name, such as \"President of Ukraine\". At most 300 characters.")
        public String title;

        @Id
        @Description("The id of the organisation that the post is in.")
        public @Nullable String organization;

        @Description("The ISO 3166-1 alpha-2 or alpha-3 code of the country that the post is for.")
        public @Nullable String country;

        @Description("The first day in the post, left out where it is not known.")
        public @Nullable LocalDate from;

        @Description("The last day in the post, left out where it is not known or still to come.")
        public @Nullable LocalDate until;
    }

    /** A new actor. */
    @Input("RecordActorInput")
    @Description("A new actor.")
    public static class RecordActorInput {
        @NonNull
        @Description("The kind of actor: PERSON, ORGANIZATION or GROUP. Countries are all there already.")
        public ActorType type;

        @NonNull
        @Description("The name in English. At most 300 characters.")
        public String name;

        @Description("Other names. At most 100, each at most 300 characters.")
        public @Nullable List<@NonNull String> aliases;

        @Description("The id of the actor's Wikidata item, such as Q212. No two actors have the same.")
        public @Nullable String wikidataId;

        @Description(
                "The ISO 3166-1 code of the country that a person is of, an organisation sits in or a group comes from.")
        public @Nullable String country;

        @Description("The actor's posts. At most 100.")
        public @Nullable List<@NonNull PostInput> affiliations;

        @Id
        @Description(
                "Actors of the same name whom this one is not. Without them, a name that is there gives ALREADY_EXISTS. At most 100.")
        public @Nullable List<@NonNull String> namesakeOf;
    }

    /** A change of an actor. */
    @Input("UpdateActorInput")
    @Description("A change of an actor. What is left out stays as it is; null empties what may be empty.")
    public static class UpdateActorInput {
        @Id
        @NonNull
        @Description("The actor.")
        public String actorId;

        @Description("The new name. At most 300 characters.")
        public @Nullable String name;

        @Description("All other names, instead of those the actor has. At most 100, each at most 300 characters.")
        public @Nullable List<@NonNull String> aliases;

        @Description("The id of the actor's Wikidata item, such as Q212.")
        public @Nullable String wikidataId;

        @Description(
                "The ISO 3166-1 code of the country that a person is of, an organisation sits in or a group comes from.")
        public @Nullable String country;

        @Description("All posts, instead of those the actor has. At most 100.")
        public @Nullable List<@NonNull PostInput> affiliations;

        @Description("Whether the actor is known to be right; true for one that only articles told of until now.")
        public @Nullable Boolean confirmed;
    }

    /** Two actors that are one. */
    @Input("MergeActorsInput")
    @Description("Two actors that are one.")
    public static class MergeActorsInput {
        @Id
        @NonNull
        @Description(
                "The actor that goes: all its links move to the other, its names become the other's aliases, its id gives the other.")
        public String actorId;

        @Id
        @NonNull
        @Description("The actor that stays, of the same kind.")
        public String intoActorId;
    }

    /** An actor that was merged by mistake. */
    @Input("UnmergeActorsInput")
    @Description("An actor that was merged by mistake.")
    public static class UnmergeActorsInput {
        @Id
        @NonNull
        @Description("The actor that was merged into another: its own id, from before.")
        public String actorId;
    }

    /** What {@code unmergeActors} gives. */
    @Description("What unmergeActors gives.")
    public record UnmergeActorsPayload(
            @Description("The actor that stands for itself again, null where the input has mistakes.")
            Actor actor,

            @Description("What is wrong with the input; empty when the merge was taken back.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** What {@code recordActor} gives. */
    @Description("What recordActor gives.")
    public record RecordActorPayload(
            @Description("The recorded actor; where the input has mistakes, null, or the actor that is there already.")
            Actor actor,

            @Description("What is wrong with the input; empty when the actor was recorded.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** What {@code updateActor} gives. */
    @Description("What updateActor gives.")
    public record UpdateActorPayload(
            @Description("The changed actor, null where the input has mistakes.")
            Actor actor,

            @Description("What is wrong with the input; empty when the actor was changed.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** What {@code mergeActors} gives. */
    @Description("What mergeActors gives.")
    public record MergeActorsPayload(
            @Description("The actor that stays, null where the input has mistakes.")
            Actor actor,

            @Description("What is wrong with the input; empty when the actors were merged.") @NonNull
            List<@NonNull UserError> userErrors) {}
}
