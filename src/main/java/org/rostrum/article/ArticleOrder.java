package org.rostrum.article;

import java.time.Instant;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;

/** How a list of articles is ordered. */
@Input("ArticleOrder")
@Description("How a list of articles is ordered.")
public class ArticleOrder {

  @NonNull
  @Description("By what.")
  public Field field;

  @DefaultValue("DESC")
  @Description("Which way.")
  public OrderDirection direction = OrderDirection.DESC;

  /** What articles can be ordered by. */
  @org.eclipse.microprofile.graphql.Enum("ArticleOrderField")
  @Description("What articles can be ordered by.")
  public enum Field {
    @Description("When the article was published.")
    PUBLISHED_AT(new Order<>("PUBLISHED_AT", "a.published_at", Instant.class, a -> a.publishedAt, OrderDirection.DESC)),
    @Description("When the article was recorded.")
    RECORDED_AT(new Order<>("RECORDED_AT", "a.recorded_at", Instant.class, a -> a.recordedAt, OrderDirection.DESC)),
    @Description("When the article last changed.")
    UPDATED_AT(new Order<>("UPDATED_AT", "a.updated_at", Instant.class, a -> a.updatedAt, OrderDirection.DESC));

    private final Order<Article> order;

    Field(Order<Article> order) {
      this.order = order;
    }
  }

  /** The order, the latest published first where none is given. */
  public static Order<Article> orLatest(ArticleOrder order) {
    return order == null ? Field.PUBLISHED_AT.order : order.field.order.in(order.direction);
  }
}
