package org.rostrum.article.read;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** How a list of articles is ordered. */
@Input("ArticleOrder")
@Description("How a list of articles is ordered.")
public class ArticleOrder {

    @NonNull
    @Description("By what.")
    public ArticleOrderField field;

    @DefaultValue("DESC")
    @Description("Which way.")
    public OrderDirection direction = OrderDirection.DESC;

    /** The order, the latest published first where none is given. */
    public static KeysetOrder<Article> orLatest(@Nullable ArticleOrder order) {
        return order == null ? ArticleOrderField.PUBLISHED_AT.order : order.field.order.in(order.direction);
    }
}
