package org.rostrum.intake;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.article.Article;
import org.rostrum.article.read.ArticleRepository;
import org.rostrum.claim.Claim;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.claim.write.ClaimReconciler;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.intake.ArticleIntake.Reread;
import org.rostrum.intake.ArticleIntake.Result;
import org.rostrum.intake.ReprocessArticle.ReprocessArticleInput;
import org.rostrum.intake.ReprocessArticle.ReprocessArticlePayload;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;
import org.rostrum.intake.SubmitArticle.SubmitArticlePayload;

/** How articles come in over GraphQL. */
@GraphQLApi
public class IntakeApi {

  private static final int MOST_CLAIMS = 100;

  private final ArticleIntake intake;
  private final ArticleRepository articles;
  private final ClaimRepository claims;

  IntakeApi(ArticleIntake intake, ArticleRepository articles, ClaimRepository claims) {
    this.intake = intake;
    this.articles = articles;
    this.claims = claims;
  }

  /** Submits an article. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Stores an article and the statements found in it. Submitting it again, by url or by body, changes nothing and says so.")
  public SubmitArticlePayload submitArticle(@Name("input") @NonNull @Description("The article.") SubmitArticleInput input) {
    Result<IntakeResult> result = intake.submit(input);
    IntakeResult taken = result.value();
    if (taken == null) {
      return new SubmitArticlePayload(null, List.of(), false, null, result.errors());
    }
    return new SubmitArticlePayload(articles.byKeys(List.of(taken.key())).get(taken.key()), claims.first(taken.key(), MOST_CLAIMS),
        taken.alreadyKnown(), taken.skipped(), result.errors());
  }

  /** Reads an article anew. */
  @Mutation
  @RolesAllowed(Roles.REVIEWER)
  @NonNull
  @Description("Reads an article anew and tells what became different. What a person reviewed, recorded, linked or unlinked stays as it is.")
  public ReprocessArticlePayload reprocessArticle(@Name("input") @NonNull @Description("Which article.") ReprocessArticleInput input) {
    Result<Reread> result = intake.reread(input.articleId);
    Reread reread = result.value();
    if (reread == null) {
      return new ReprocessArticlePayload(null, List.of(), List.of(), List.of(), 0, null, result.errors());
    }
    Article article = articles.byKeys(List.of(reread.article())).get(reread.article());
    ClaimReconciler.Outcome became = reread.outcome();
    if (became == null) {
      return new ReprocessArticlePayload(article, List.of(), List.of(), List.of(), 0, reread.skipped(), result.errors());
    }
    return new ReprocessArticlePayload(article, ordered(became.added()), ordered(became.changed()),
        became.removed().stream().map(claim -> new TypeId(Claim.PREFIX, claim).toString()).toList(), became.kept(), reread.skipped(), result.errors());
  }

  private List<Claim> ordered(List<UUID> keys) {
    Map<UUID, Claim> found = claims.byKeys(keys);
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
