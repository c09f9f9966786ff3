package org.rostrum.claim.api;

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
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.api.ClaimInputs.LinkClaimsInput;
import org.rostrum.claim.api.ClaimInputs.LinkClaimsPayload;
import org.rostrum.claim.api.ClaimInputs.RecordClaimInput;
import org.rostrum.claim.api.ClaimInputs.RecordClaimPayload;
import org.rostrum.claim.api.ClaimInputs.ReviewClaimInput;
import org.rostrum.claim.api.ClaimInputs.ReviewClaimPayload;
import org.rostrum.claim.api.ClaimInputs.UnlinkClaimsInput;
import org.rostrum.claim.api.ClaimInputs.UnlinkClaimsPayload;
import org.rostrum.claim.link.ClaimLinker;
import org.rostrum.claim.read.ClaimLinkRepository;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.claim.write.ClaimRecorder;
import org.rostrum.claim.write.ClaimReviewer;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** The mutations of claims: parse their inputs, hand valid values to the writers and answer with what was written. */
@GraphQLApi
public class ClaimMutations {

    private final ClaimRepository claims;
    private final ClaimLinkRepository links;
    private final ClaimInputParser parser;
    private final ClaimRecorder recorder;
    private final ClaimReviewer reviewer;
    private final ClaimLinker linker;
    private final ProvidedFields provided;
    private final TransactionRunner transactions;

    ClaimMutations(
            ClaimRepository claims,
            ClaimLinkRepository links,
            ClaimInputParser parser,
            ClaimRecorder recorder,
            ClaimReviewer reviewer,
            ClaimLinker linker,
            ProvidedFields provided,
            TransactionRunner transactions) {
        this.claims = claims;
        this.links = links;
        this.parser = parser;
        this.recorder = recorder;
        this.reviewer = reviewer;
        this.linker = linker;
        this.provided = provided;
        this.transactions = transactions;
    }

    /** Records a claim. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description(
            "Records a claim that an article makes. One with the same evidence that is there already is returned with an ALREADY_EXISTS error.")
    public RecordClaimPayload recordClaim(@Name("input") @NonNull @Description("The claim.") RecordClaimInput input) {
        ChangeResult result = transactions.run(() -> parser.parse(input).then(recorder::record));
        return new RecordClaimPayload(claim(result.key()), result.errors());
    }

    /** Reviews a claim. */
    @Mutation
    @RolesAllowed(Roles.REVIEWER)
    @NonNull
    @Description("Confirms, corrects or rejects a claim. No later extraction changes what a person decided.")
    public ReviewClaimPayload reviewClaim(
            @Name("input") @NonNull @Description("The judgement.") ReviewClaimInput input) {
        Set<String> fields = provided.fields();
        ChangeResult result = transactions.run(() -> parser.parse(input, fields).then(reviewer::review));
        return new ReviewClaimPayload(claim(result.key()), result.errors());
    }

    /** Links two claims. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description("Says how one claim stands to another.")
    public LinkClaimsPayload linkClaims(@Name("input") @NonNull @Description("The link.") LinkClaimsInput input) {
        ChangeResult result = transactions.run(() -> parser.parse(input).then(linker::link));
        UUID key = result.key();
        return new LinkClaimsPayload(
                key == null ? null : links.byKeys(List.of(key)).get(key), result.errors());
    }

    /** Removes a link. */
    @Mutation
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
    @NonNull
    @Description("Removes a link between two claims.")
    public UnlinkClaimsPayload unlinkClaims(@Name("input") @NonNull @Description("The link.") UnlinkClaimsInput input) {
        ChangeResult result = transactions.run(() -> parser.parse(input).then(linker::unlink));
        UUID key = result.key();
        return new UnlinkClaimsPayload(
                key == null ? null : new TypeId(ClaimLink.PREFIX, key).toString(), result.errors());
    }

    private @Nullable Claim claim(UUID key) {
        return key == null ? null : claims.byKeys(List.of(key)).get(key);
    }
}
