package org.rostrum.article.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.filter.DateTimeRange;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.sql.SqlFragment;

/** Which articles a list shows: those that meet every condition given. */
@Input("ArticleFilter")
@Description("Which articles a list shows: those that meet every condition given.")
public class ArticleFilter {

    @Description("Of one of these publishers.")
    @Id
    public @Nullable List<@NonNull String> publisher;

    @Description("Published in this time.")
    public @Nullable DateTimeRange publishedAt;

    @Description("In one of these languages, by BCP 47 tag.")
    public @Nullable List<@NonNull String> language;

    @Description("At this url.")
    public @Nullable String url;

    @Description(
            "With this text in the headline or the body, in any case. A text without a letter or a digit finds nothing.")
    public @Nullable String text;

    @Description("Changed at or after this time.")
    public @Nullable Instant updatedSince;

    /** The filter over the table alias {@code a}. */
    public static SqlFragment sql(ArticleFilter filter) {
        List<SqlFragment> conditions = new ArrayList<>();
        if (filter == null) {
            return SqlFragment.TRUE;
        }
        if (filter.publisher != null) {
            conditions.add(SqlFragment.in(
                    "filter.publisher",
                    "a.publisher_id",
                    filter.publisher.stream()
                            .map(id -> TypeId.require("filter.publisher", id, ActorEntity.PREFIX))
                            .toList()));
        }
        if (filter.publishedAt != null) {
            conditions.add(filter.publishedAt.on("filter.publishedAt", "a.published_at"));
        }
        if (filter.language != null) {
            conditions.add(SqlFragment.in("filter.language", "a.language", filter.language));
        }
        if (filter.url != null) {
            conditions.add(SqlFragment.of("a.url = ?", filter.url));
        }
        if (filter.text != null) {
            conditions.add(SqlFragment.any(List.of(
                    SqlFragment.contains("a.headline", filter.text), SqlFragment.contains("a.body", filter.text))));
        }
        if (filter.updatedSince != null) {
            conditions.add(SqlFragment.of("a.updated_at >= ?", filter.updatedSince));
        }
        return SqlFragment.all(conditions);
    }
}
