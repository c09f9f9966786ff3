package org.rostrum.actor.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Country;
import org.rostrum.actor.Organization;
import org.rostrum.actor.affiliation.AffiliationDraft;
import org.rostrum.actor.api.ActorInputs.MergeActorsInput;
import org.rostrum.actor.api.ActorInputs.PostInput;
import org.rostrum.actor.api.ActorInputs.RecordActorInput;
import org.rostrum.actor.api.ActorInputs.UnmergeActorsInput;
import org.rostrum.actor.api.ActorInputs.UpdateActorInput;
import org.rostrum.actor.merge.MergeActorsCommand;
import org.rostrum.actor.merge.UnmergeActorsCommand;
import org.rostrum.actor.read.ActorReferences;
import org.rostrum.actor.write.RecordActorCommand;
import org.rostrum.actor.write.UpdateActorCommand;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.FieldUpdate;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.input.ParsedInput;

/**
 * Parses the inputs of the mutations of actors. Runs in its caller's transaction, to which the actors in commands
 * belong.
 */
@ApplicationScoped
public class ActorInputParser {

    private static final int MAX_NAME_LENGTH = 300;
    private static final int MAX_ALIASES = 100;
    private static final int MAX_POSTS = 100;
    private static final int MAX_NAMESAKES = 100;

    private final ActorReferences actors;

    ActorInputParser(ActorReferences actors) {
        this.actors = actors;
    }

    /** Parses the input of {@code recordActor}. */
    public ParsedInput<RecordActorCommand> parse(RecordActorInput input) {
        InputValidator validator = new InputValidator();
        String name = validator.text("name", input.name, MAX_NAME_LENGTH);
        String wikidataId = validator.wikidataId("wikidataId", input.wikidataId);
        UUID country = actors.country("country", input.country, validator);
        List<String> aliases = aliases(input.aliases, validator);
        List<AffiliationDraft> posts = posts(input.affiliations, validator);
        Set<UUID> namesakes = namesakes(input.namesakeOf, validator);
        if (input.type == ActorType.COUNTRY) {
            validator.add(
                    UserErrorCode.INVALID, "type", "must not be COUNTRY: every country of ISO 3166-1 is there already");
        }
        return validator.parsed(() -> new RecordActorCommand(
                input.type, Objects.requireNonNull(name), wikidataId, country, aliases, posts, namesakes));
    }

    /**
     * Parses the input of {@code updateActor}.
     *
     * @param provided the input fields that the client provided, be it as null
     */
    ParsedInput<UpdateActorCommand> parse(UpdateActorInput input, Set<String> provided) {
        InputValidator validator = new InputValidator();
        ActorEntity actor = actors.find("actorId", input.actorId, validator);
        FieldUpdate<String> name =
                FieldUpdate.of(provided, "name", () -> validator.text("name", input.name, MAX_NAME_LENGTH));
        FieldUpdate<String> wikidataId =
                FieldUpdate.of(provided, "wikidataId", () -> validator.wikidataId("wikidataId", input.wikidataId));
        FieldUpdate<UUID> country =
                FieldUpdate.of(provided, "country", () -> actors.country("country", input.country, validator));
        FieldUpdate<List<String>> aliases =
                FieldUpdate.of(provided, "aliases", () -> aliases(input.aliases, validator));
        FieldUpdate<List<AffiliationDraft>> posts =
                FieldUpdate.of(provided, "affiliations", () -> posts(input.affiliations, validator));
        FieldUpdate<Boolean> confirmed = FieldUpdate.of(provided, "confirmed", () -> input.confirmed);
        if (confirmed.isProvided() && input.confirmed == null) {
            validator.add(UserErrorCode.REQUIRED, "confirmed", "must not be empty");
        }
        if (actor instanceof Country && country.isProvided()) {
            validator.add(UserErrorCode.INVALID, "country", "cannot be given for a country: its country is itself");
        }
        return validator.parsed(() -> new UpdateActorCommand(
                Objects.requireNonNull(actor), name, wikidataId, country, aliases, posts, confirmed));
    }

    /** Parses the input of {@code mergeActors}. */
    ParsedInput<MergeActorsCommand> parse(MergeActorsInput input) {
        InputValidator validator = new InputValidator();
        ActorEntity merged = actors.find("actorId", input.actorId, validator);
        ActorEntity into = actors.find("intoActorId", input.intoActorId, validator);
        if (merged != null && into != null) {
            checkMergeable(merged, into, validator);
        }
        return validator.parsed(
                () -> new MergeActorsCommand(Objects.requireNonNull(merged), Objects.requireNonNull(into)));
    }

    private static void checkMergeable(ActorEntity merged, ActorEntity into, InputValidator validator) {
        if (merged.key.equals(into.key)) {
            validator.add(UserErrorCode.CONFLICT, "intoActorId", "must be another actor than actorId");
        } else if (merged.getClass() != into.getClass() || merged instanceof Country) {
            validator.add(
                    UserErrorCode.CONFLICT,
                    "intoActorId",
                    "must be of the same kind as actorId, and countries cannot be merged");
        }
    }

    /** Parses the input of {@code unmergeActors}, whose actor is not followed to the one that it was merged into. */
    ParsedInput<UnmergeActorsCommand> parse(UnmergeActorsInput input) {
        InputValidator validator = new InputValidator();
        UUID key = validator.id("actorId", input.actorId, ActorEntity.PREFIX);
        ActorEntity merged = key == null ? null : ActorEntity.findById(key);
        if (key != null && merged == null) {
            validator.add(UserErrorCode.NOT_FOUND, "actorId", "there is no actor with the id " + input.actorId);
        } else if (merged != null && merged.mergedInto == null) {
            validator.add(UserErrorCode.CONFLICT, "actorId", "was not merged into another actor");
        }
        return validator.parsed(() -> new UnmergeActorsCommand(Objects.requireNonNull(merged)));
    }

    private Set<UUID> namesakes(@Nullable List<String> ids, InputValidator validator) {
        List<String> provided = ids == null ? List.of() : ids;
        validator.checkSize("namesakeOf", provided, MAX_NAMESAKES);
        Set<UUID> keys = new HashSet<>();
        for (int i = 0; i < Math.min(provided.size(), MAX_NAMESAKES); i++) {
            ActorEntity namesake = actors.find("namesakeOf." + i, provided.get(i), validator);
            if (namesake != null) {
                keys.add(namesake.key);
            }
        }
        return keys;
    }

    private static List<String> aliases(@Nullable List<String> provided, InputValidator validator) {
        validator.checkSize("aliases", provided, MAX_ALIASES);
        if (provided == null || validator.hasErrors()) {
            return List.of();
        }
        Set<String> aliases = new LinkedHashSet<>();
        for (int i = 0; i < provided.size(); i++) {
            String alias = validator.text("aliases." + i, provided.get(i), MAX_NAME_LENGTH);
            if (alias != null) {
                aliases.add(alias);
            }
        }
        return List.copyOf(aliases);
    }

    private List<AffiliationDraft> posts(@Nullable List<PostInput> provided, InputValidator validator) {
        validator.checkSize("affiliations", provided, MAX_POSTS);
        if (provided == null || validator.hasErrors()) {
            return List.of();
        }
        List<AffiliationDraft> posts = new ArrayList<>();
        for (int i = 0; i < provided.size(); i++) {
            posts.add(post("affiliations." + i, provided.get(i), validator));
        }
        return posts;
    }

    private AffiliationDraft post(String path, PostInput input, InputValidator validator) {
        String title = validator.text(path + ".title", input.title, MAX_NAME_LENGTH);
        ActorEntity organization = actors.find(path + ".organization", input.organization, validator);
        if (organization != null && !(organization instanceof Organization)) {
            validator.add(UserErrorCode.NOT_FOUND, path + ".organization", "is not the id of an organisation");
        }
        UUID country = actors.country(path + ".country", input.country, validator);
        LocalDate from = validator.date(path + ".from", input.from);
        LocalDate until = validator.date(path + ".until", input.until);
        validator.checkOrder(path + ".from", from, until);
        return new AffiliationDraft(title, organization == null ? null : organization.key, country, from, until);
    }
}
