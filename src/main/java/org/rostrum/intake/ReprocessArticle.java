package org.rostrum.intake;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.graph.error.UserError;

/** What {@code reprocessArticle} takes and gives. */
public final class ReprocessArticle {

    private ReprocessArticle() {}

    /** Which article to read anew. */
    @Input("ReprocessArticleInput")
    @Description("Which article to read anew.")
    public static class ReprocessArticleInput {
        @Id
        @NonNull
        @Description("The article.")
        public String articleId;
    }

    /** What {@code reprocessArticle} gives. */
    @Description("What reprocessArticle gives.")
    public record ReprocessArticlePayload(
            @Description("The article; null where the input has mistakes.") @Nullable
            Article article,

            @Description("Claims that are new.") @NonNull List<@NonNull Claim> added,

            @Description("Claims that a machine had read otherwise; their histories tell what changed.") @NonNull
            List<@NonNull Claim> changed,

            @Description("The ids of claims that a machine had read and does not read any more.") @Id @NonNull
            List<@NonNull String> removedClaimIds,

            @Description(
                    "How many claims stayed as they were: those that a person reviewed or recorded, and those that were read alike.")
            @NonNull
            Integer kept,

            @Description("Why no statements were looked for in the text; null where they were.") @Nullable
            String extractionSkipped,

            @Description("What is wrong with the input; empty when the article was read.") @NonNull
            List<@NonNull UserError> userErrors) {}
}
