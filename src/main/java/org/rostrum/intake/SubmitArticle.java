package org.rostrum.intake;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.graph.error.UserError;

/** What {@code submitArticle} takes and gives. */
public final class SubmitArticle {

    private SubmitArticle() {}

    /** A published text. */
    @Input("SubmitArticleInput")
    @Description("A published text.")
    public static class SubmitArticleInput {
        @Description("Where it is published: an absolute http or https url. An article is known by it.")
        public @Nullable String url;

        @NonNull
        @Description("The headline. At most 500 characters.")
        public String headline;

        @NonNull
        @Description("Who published it: an organisation's id or name. One that is not known yet is recorded.")
        public String publisher;

        @NonNull
        @Description("When it was published; not in the future.")
        public Instant publishedAt;

        @DefaultValue("en")
        @Description("The language it is written in, as a BCP 47 tag. Statements are found in English texts only.")
        public String language = "en";

        @NonNull
        @Description("The text, at most 2 MiB in UTF-8. It is stored as it is.")
        public String body;

        @DefaultValue("true")
        @Description("Whether to look for statements in the text; the first 1,000 are recorded.")
        public Boolean extract = true;
    }

    /** What {@code submitArticle} gives. */
    @Description("What submitArticle gives.")
    public record SubmitArticlePayload(
            @Description("The article; null where the input has mistakes.") @Nullable
            Article article,

            @Description(
                    "What the article reports as said, as printed; at most the first 100. The rest, and what was not said, are in the article's own list.")
            @NonNull
            List<@NonNull Claim> claims,

            @Description("Whether the article was known already, by its url or its body; nothing was changed then.")
            @NonNull
            Boolean alreadyKnown,

            @Description(
                    "Why no statements were looked for in the text; null where they were, and where the input did not ask for it.")
            @Nullable
            String extractionSkipped,

            @Description("What is wrong with the input; empty when the article is stored.") @NonNull
            List<@NonNull UserError> userErrors) {}
}
