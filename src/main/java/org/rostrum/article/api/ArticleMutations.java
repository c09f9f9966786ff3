package org.rostrum.article.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.article.ArticleDeletedEvent;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.input.ParsedInput;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.tx.TransactionRunner;

/** How articles are removed. They come in through the room {@code intake}. */
@GraphQLApi
public class ArticleMutations {

    private final Event<ArticleDeletedEvent> deleted;
    private final TransactionRunner transactions;
    private final ChangeLog history;

    ArticleMutations(Event<ArticleDeletedEvent> deleted, TransactionRunner transactions, ChangeLog history) {
        this.history = history;
        this.deleted = deleted;
        this.transactions = transactions;
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

    /** The result of the mutation that deletes an article. */
    @Description("What deleteArticle gives.")
    public record DeleteArticlePayload(
            @Description("The id of the deleted article, null where nothing was deleted.") @Id @Nullable
            String deletedArticleId,

            @Description("What is wrong with the input; empty when the article was deleted.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** Deletes an article and all claims found in it. */
    @Mutation
    @RolesAllowed(Roles.REVIEWER)
    @NonNull
    @Description("Deletes an article with its claims, their evidence and their links. Actors and events stay.")
    public DeleteArticlePayload deleteArticle(
            @Name("input") @NonNull @Description("Which article.") DeleteArticleInput input) {
        ChangeResult result = transactions.run(() -> parse(input).then(this::delete));
        UUID key = result.key();
        return new DeleteArticlePayload(
                key == null ? null : new TypeId(Article.PREFIX, key).toString(), result.errors());
    }

    private static ParsedInput<UUID> parse(DeleteArticleInput input) {
        InputValidator validator = new InputValidator();
        UUID key = validator.id("articleId", input.articleId, Article.PREFIX);
        if (key != null && Article.count("key", key) == 0) {
            validator.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + input.articleId);
        }
        return validator.parsed(() -> Objects.requireNonNull(key));
    }

    private ChangeResult delete(UUID key) {
        history.note(SubjectType.ARTICLE, key, ChangeAction.DELETED);
        deleted.fire(new ArticleDeletedEvent(key));
        Article.delete("key", key);
        return new ChangeResult.Changed(key);
    }
}
