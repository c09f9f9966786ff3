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
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.read.ClaimLinkRepository;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.claim.write.ClaimInputs.LinkClaimsInput;
import org.rostrum.claim.write.ClaimInputs.LinkClaimsPayload;
import org.rostrum.claim.write.ClaimInputs.RecordClaimInput;
import org.rostrum.claim.write.ClaimInputs.RecordClaimPayload;
import org.rostrum.claim.write.ClaimInputs.ReviewClaimInput;
import org.rostrum.claim.write.ClaimInputs.ReviewClaimPayload;
import org.rostrum.claim.write.ClaimInputs.UnlinkClaimsInput;
import org.rostrum.claim.write.ClaimInputs.UnlinkClaimsPayload;
import org.rostrum.claim.write.ClaimService;
import org.rostrum.graph.input.ProvidedFields;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.store.tx.TransactionRunner;

/** How claims are recorded, reviewed and linked. */
@GraphQLApi
public class ClaimMutations {

  private final ClaimRepository claims;
  private final ClaimLinkRepository links;
  private final ClaimService changes;
  private final ProvidedFields given;
  private final TransactionRunner writes;

  ClaimMutations(ClaimRepository claims, ClaimLinkRepository links, ClaimService changes, ProvidedFields given, TransactionRunner writes) {
    this.claims = claims;
    this.links = links;
    this.changes = changes;
    this.given = given;
    this.writes = writes;
  }

  /** Records a claim. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Records a claim that an article makes. One with the same evidence that is there already is returned with an ALREADY_EXISTS error.")
  public RecordClaimPayload recordClaim(@Name("input") @NonNull @Description("The claim.") RecordClaimInput input) {
    return writes.run(mistakes -> changes.record(input, mistakes), (key, errors) ->
        new RecordClaimPayload(claim(key), errors));
  }

  /** Reviews a claim. */
  @Mutation
  @RolesAllowed(Roles.REVIEWER)
  @NonNull
  @Description("Confirms, corrects or rejects a claim. No later extraction changes what a person decided.")
  public ReviewClaimPayload reviewClaim(@Name("input") @NonNull @Description("The judgement.") ReviewClaimInput input) {
    Set<String> fields = given.fields();
    return writes.run(mistakes -> changes.review(input, fields, mistakes), (key, errors) ->
        new ReviewClaimPayload(claim(key), errors));
  }

  /** Links two claims. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Says how one claim stands to another.")
  public LinkClaimsPayload linkClaims(@Name("input") @NonNull @Description("The link.") LinkClaimsInput input) {
    return writes.run(mistakes -> changes.link(input, mistakes), (key, errors) ->
        new LinkClaimsPayload(key == null ? null : links.byKeys(List.of(key)).get(key), errors));
  }

  /** Removes a link. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Removes a link between two claims.")
  public UnlinkClaimsPayload unlinkClaims(@Name("input") @NonNull @Description("The link.") UnlinkClaimsInput input) {
    return writes.run(mistakes -> changes.unlink(input, mistakes), (key, errors) ->
        new UnlinkClaimsPayload(key == null ? null : new TypeId(ClaimLink.PREFIX, key).toString(), errors));
  }

  private Claim claim(UUID key) {
    return key == null ? null : claims.byKeys(List.of(key)).get(key);
  }
}
