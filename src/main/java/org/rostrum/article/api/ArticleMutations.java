package org.rostrum.article.api;

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
import org.rostrum.article.Article;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.tx.TransactionRunner;

/** How articles are removed. They come in through the room {@code intake}. */
@GraphQLApi
public class ArticleMutations {

  /** In an order in which nothing points at what is deleted. */
  private static final List<String> DELETIONS = List.of(
      "delete from claim_link where from_id in (select id from claim where article_id = :article)"
          + " or to_id in (select id from claim where article_id = :article)",
      "delete from claim_link_refused where from_id in (select id from claim where article_id = :article)"
          + " or to_id in (select id from claim where article_id = :article)",
      "delete from event_claim where claim_id in (select id from claim where article_id = :article)",
      "delete from event_mention where article_id = :article",
      "delete from claim_band where claim_id in (select id from claim where article_id = :article)",
      "delete from claim_candidate where claim_id in (select id from claim where article_id = :article)",
      "update affiliation set source_id = null where source_id = :article",
      "delete from claim where article_id = :article",
      "delete from evidence where article_id = :article",
      "delete from article where id = :article");

  /** Claims of other articles that are linked with one of this. */
  private static final String OTHER_ENDS = """
      select c.key from Claim c where c.articleKey <> :article and exists (select 1 from ClaimLink l, Claim o
        where o.articleKey = :article and (l.fromKey = o.key and l.toKey = c.key or l.toKey = o.key and l.fromKey = c.key))""";

  private final EntityManager entities;
  private final TransactionRunner writes;
  private final ChangeLog history;

  ArticleMutations(EntityManager entities, TransactionRunner writes, ChangeLog history) {
    this.history = history;
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

  /** What claims of other articles and events lose. */
  private void noteLost(UUID article) {
    keys(OTHER_ENDS, article).forEach(claim -> history.note(SubjectType.CLAIM, claim, ChangeAction.UNLINKED));
    entities.createNativeQuery("select distinct e.event_id from event_claim e join claim c on c.id = e.claim_id where c.article_id = :article", UUID.class)
        .setParameter("article", article).getResultList()
        .forEach(event -> history.note(SubjectType.EVENT, (UUID) event, ChangeAction.UPDATED));
  }

  private List<UUID> keys(String hql, UUID article) {
    return entities.createQuery(hql, UUID.class).setParameter("article", article).getResultList();
  }

  private UUID delete(DeleteArticleInput input, InputValidator mistakes) {
    UUID key = mistakes.id("articleId", input.articleId, Article.PREFIX);
    if (key == null) {
      return null;
    }
    if (Article.count("key", key) == 0) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + input.articleId);
      return null;
    }
    keys("select key from Claim where articleKey = :article", key)
        .forEach(claim -> history.note(SubjectType.CLAIM, claim, ChangeAction.DELETED));
    history.note(SubjectType.ARTICLE, key, ChangeAction.DELETED);
    noteLost(key);
    DELETIONS.forEach(sql -> entities.createNativeQuery(sql).setParameter("article", key).executeUpdate());
    return key;
  }
}
