package org.rostrum.article.api;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Organization;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.article.Article;
import org.rostrum.article.ArticleConnection;
import org.rostrum.article.read.ArticleFilter;
import org.rostrum.article.read.ArticleOrder;
import org.rostrum.article.read.ArticleRepository;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.PageArgs;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.sql.BatchLookup;

/** What can be asked of articles. */
@GraphQLApi
public class ArticleApi {

    private static final ConnectionQuery<Article> ALL =
            ConnectionQuery.all("Query.articles", Article.class, "article", "a");
    private static final ConnectionQuery<Article> OF_PUBLISHER =
            ConnectionQuery.of("Organization.articles", Article.class, "article", "a", "", "a.publisher_id");

    private final ArticleRepository articles;
    private final ActorRepository actors;
    private final KeysetPaginator lists;
    private final BatchLookup records;

    ArticleApi(ArticleRepository articles, ActorRepository actors, KeysetPaginator lists, BatchLookup records) {
        this.articles = articles;
        this.actors = actors;
        this.lists = lists;
        this.records = records;
    }

    /** The article with an id. */
    @Query
    @Description("The article with this id, or null.")
    public @Nullable Article article(@Name("id") @Id @NonNull @Description("The article's id.") String id) {
        UUID key = TypeId.require("id", id, Article.PREFIX);
        return articles.byKeys(List.of(key), FieldEnvironment.current().selection())
                .get(key);
    }

    /** All articles. */
    @Query
    @NonNull
    @Description("Articles, the latest published first unless ordered otherwise.")
    public ArticleConnection articles(
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description("Which articles to show.") ArticleFilter filter,
            @Name("orderBy") @Description("How to order them; the latest published first where nothing is given.")
                    ArticleOrder orderBy) {
        return new ArticleConnection(lists.page(
                ALL,
                PageArgs.of(first, after, last, before),
                ArticleFilter.sql(filter),
                ArticleOrder.orLatest(orderBy)));
    }

    /** Who published the article. */
    @NonNull
    @Description("Who published it.")
    @JoinFetch(to = ActorEntity.class, key = "{}.publisher_id")
    public List<@NonNull Organization> publisher(@Source List<Article> parents) {
        return records.byKey(
                parents,
                article -> article.publisherKey,
                (keys, selection) -> actors.byKeys(Organization.class, keys, selection));
    }

    /** The article that told of a post. */
    @Description("The first article that told of the post; null for a post that is not known from articles.")
    @JoinFetch(to = Article.class, key = "{}.source_id")
    public List<Article> source(@Source List<Affiliation> parents) {
        return records.byKey(parents, post -> post.sourceKey, articles::byKeys);
    }

    /** What an organisation published. */
    @NonNull
    @Description("What the organisation published, the latest first unless ordered otherwise.")
    public List<@NonNull ArticleConnection> articles(
            @Source List<Organization> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description("Which articles to show.") ArticleFilter filter,
            @Name("orderBy") @Description("How to order them; the latest published first where nothing is given.")
                    ArticleOrder orderBy) {
        return lists.nested(
                OF_PUBLISHER,
                parents,
                PageArgs.of(first, after, last, before),
                ArticleFilter.sql(filter),
                ArticleOrder.orLatest(orderBy),
                ArticleConnection::new);
    }
}
