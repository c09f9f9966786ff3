package org.rostrum.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.Mistakes;
import org.rostrum.graph.Roles;
import org.rostrum.graph.TypeId;
import org.rostrum.graph.UserError;
import org.rostrum.graph.UserErrorCode;
import org.rostrum.graph.Writes;

/** How articles are removed. They come in through the room {@code intake}. */
@GraphQLApi
public class ArticleMutations {

  /** In an order in which nothing points at what is deleted. */
  private static final List<String> DELETIONS = List.of(
      "delete from claim_link where from_id in (select id from claim where article_id = :article)"
          + " or to_id in (select id from claim where article_id = :article)",
      "delete from event_claim where claim_id in (select id from claim where article_id = :article)",
      "delete from claim where article_id = :article",
      "delete from evidence where article_id = :article",
      "delete from article where id = :article");

  private final EntityManager entities;
  private final Writes writes;

  ArticleMutations(EntityManager entities, Writes writes) {
    this.entities = entities;
    this.writes = writes;
  }

  /** Which article to delete. */
  @Input("DeleteArticleInput")
  @Description("Which article to delete.")
  public static class DeleteArticleInput {
    @Id
    @NonNull
    @Description("The article.")
    public String articleId;
  }

  /** What {@code deleteArticle} gives. */
  @Description("What deleteArticle gives.")
  public record DeleteArticlePayload(
      @Description("The id of the deleted article, null where nothing was deleted.") @Id String deletedArticleId,
      @Description("What is wrong with the input; empty when the article was deleted.") @NonNull List<@NonNull UserError> userErrors) {}

  /** Deletes an article and all claims found in it. */
  @Mutation
  @RolesAllowed(Roles.REVIEWER)
  @NonNull
  @Description("Deletes an article with its claims, their evidence and their links. Actors and events stay.")
  public DeleteArticlePayload deleteArticle(@Name("input") @NonNull @Description("Which article.") DeleteArticleInput input) {
    return writes.run(mistakes -> delete(input, mistakes), (key, errors) ->
        new DeleteArticlePayload(key == null ? null : new TypeId(Article.PREFIX, key).toString(), errors));
  }

  private UUID delete(DeleteArticleInput input, Mistakes mistakes) {
    UUID key = mistakes.id("articleId", input.articleId, Article.PREFIX);
    if (key == null) {
      return null;
    }
    if (Article.count("key", key) == 0) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + input.articleId);
      return null;
    }
    DELETIONS.forEach(sql -> entities.createNativeQuery(sql).setParameter("article", key).executeUpdate());
    return key;
  }
}
