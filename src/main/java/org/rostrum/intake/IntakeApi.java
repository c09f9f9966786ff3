package org.rostrum.intake;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.article.Articles;
import org.rostrum.claim.Claims;
import org.rostrum.graph.Mistakes;
import org.rostrum.graph.Roles;
import org.rostrum.graph.UserError;
import org.rostrum.graph.Writes;
import org.rostrum.intake.Intake.Taken;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;
import org.rostrum.intake.SubmitArticle.SubmitArticlePayload;

/** How articles come in over GraphQL. */
@GraphQLApi
public class IntakeApi {

  private static final int MOST_CLAIMS = 100;

  private final Intake intake;
  private final Articles articles;
  private final Claims claims;
  private final Writes writes;

  IntakeApi(Intake intake, Articles articles, Claims claims, Writes writes) {
    this.intake = intake;
    this.articles = articles;
    this.claims = claims;
    this.writes = writes;
  }

  /** Submits an article. */
  @Mutation
  @RolesAllowed({Roles.CONTRIBUTOR, Roles.REVIEWER})
  @NonNull
  @Description("Stores an article and the statements found in it. Submitting it again, by url or by body, changes nothing and says so.")
  public SubmitArticlePayload submitArticle(@Name("input") @NonNull @Description("The article.") SubmitArticleInput input) {
    record Outcome(Taken taken, List<UserError> errors) {}
    Outcome outcome = writes.run(() -> {
      Mistakes mistakes = new Mistakes();
      return new Outcome(intake.take(input, mistakes), mistakes.found());
    });
    if (outcome.taken == null) {
      return new SubmitArticlePayload(null, List.of(), false, null, outcome.errors);
    }
    UUID key = outcome.taken.key();
    return new SubmitArticlePayload(articles.byKeys(List.of(key)).get(key), claims.first(key, MOST_CLAIMS),
        outcome.taken.alreadyKnown(), outcome.taken.skipped(), outcome.errors);
  }
}
