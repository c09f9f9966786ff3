package org.rostrum.intake;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.article.read.ArticleRepository;
import org.rostrum.claim.Claim;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.claim.reconciliation.ClaimReconciler;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.Roles;
import org.rostrum.intake.ArticleIntake.Reprocessed;
import org.rostrum.intake.ReprocessArticle.ReprocessArticleInput;
import org.rostrum.intake.ReprocessArticle.ReprocessArticlePayload;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;
import org.rostrum.intake.SubmitArticle.SubmitArticlePayload;

/** The mutations by which articles come in. */
@GraphQLApi
public class IntakeApi {

    /** The most claims in the payload; the rest are in the article's own list. */
    private static final int MAX_CLAIMS = 100;

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
    @Description(
            "Stores an article and the statements found in it. Submitting it again, by url or by body, changes nothing and says so.")
    public SubmitArticlePayload submitArticle(
            @Name("input") @NonNull @Description("The article.") SubmitArticleInput input) {
        InputValidator validator = new InputValidator();
        Optional<SubmittedArticle> article = SubmitArticleParser.parse(input, validator);
        if (article.isEmpty()) {
            return rejected(validator.errors());
        }
        SubmissionResult result = intake.submit(article.get());
        if (result instanceof SubmissionResult.UnknownReference rejected) {
            return rejected(List.of(rejected.error()));
        }
        if (result instanceof SubmissionResult.AlreadyKnown known) {
            return payload(known.article(), true, null);
        }
        SubmissionResult.Stored stored = (SubmissionResult.Stored) result;
        return payload(stored.article(), false, stored.extractionSkipped());
    }

    private static SubmitArticlePayload rejected(List<UserError> errors) {
        return new SubmitArticlePayload(null, List.of(), false, null, errors);
    }

    private SubmitArticlePayload payload(UUID article, boolean alreadyKnown, @Nullable String extractionSkipped) {
        return new SubmitArticlePayload(
                articles.byKeys(List.of(article)).get(article),
                claims.first(article, MAX_CLAIMS),
                alreadyKnown,
                extractionSkipped,
                List.of());
    }

    /** Extracts from an article again. */
    @Mutation
    @RolesAllowed(Roles.REVIEWER)
    @NonNull
    @Description(
            "Reads an article anew and tells what became different. What a person reviewed, recorded, linked or unlinked stays as it is.")
    public ReprocessArticlePayload reprocessArticle(
            @Name("input") @NonNull @Description("Which article.") ReprocessArticleInput input) {
        InputValidator validator = new InputValidator();
        UUID key = validator.id("articleId", input.articleId, Article.PREFIX);
        if (key == null) {
            return notReprocessed(validator);
        }
        Optional<Reprocessed> reprocessed = intake.reprocess(key);
        if (reprocessed.isEmpty()) {
            validator.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + input.articleId);
            return notReprocessed(validator);
        }
        Article article = articles.byKeys(List.of(key)).get(key);
        String skipped = reprocessed.get().extractionSkipped();
        ClaimReconciler.Outcome outcome = reprocessed.get().outcome();
        if (outcome == null) {
            return new ReprocessArticlePayload(article, List.of(), List.of(), List.of(), 0, skipped, List.of());
        }
        List<String> removed = outcome.removed().stream()
                .map(claim -> new TypeId(Claim.PREFIX, claim).toString())
                .toList();
        return new ReprocessArticlePayload(
                article,
                claimsInOrder(outcome.added()),
                claimsInOrder(outcome.changed()),
                removed,
                outcome.kept(),
                skipped,
                List.of());
    }

    private static ReprocessArticlePayload notReprocessed(InputValidator validator) {
        return new ReprocessArticlePayload(null, List.of(), List.of(), List.of(), 0, null, validator.errors());
    }

    private List<Claim> claimsInOrder(List<UUID> keys) {
        Map<UUID, Claim> found = claims.byKeys(keys);
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
