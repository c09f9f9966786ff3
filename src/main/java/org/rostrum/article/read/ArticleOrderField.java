package org.rostrum.article.read;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.article.Article;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** What articles can be ordered by. */
@org.eclipse.microprofile.graphql.Enum("ArticleOrderField")
@Description("What articles can be ordered by.")
public enum ArticleOrderField {
    @Description("When the article was published.")
    PUBLISHED_AT(new KeysetOrder<>(
            "PUBLISHED_AT", "a.published_at", Instant.class, a -> a.publishedAt, OrderDirection.DESC)),
    @Description("When the article was recorded.")
    RECORDED_AT(
            new KeysetOrder<>("RECORDED_AT", "a.recorded_at", Instant.class, a -> a.recordedAt, OrderDirection.DESC)),
    @Description("When the article last changed.")
    UPDATED_AT(new KeysetOrder<>("UPDATED_AT", "a.updated_at", Instant.class, a -> a.updatedAt, OrderDirection.DESC));

    final KeysetOrder<Article> order;

    ArticleOrderField(KeysetOrder<Article> order) {
        this.order = order;
    }
}
