package org.rostrum.claim.api;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.rostrum.actor.Actor;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.article.Article;
import org.rostrum.article.read.ArticleRepository;
import org.rostrum.claim.Attribution;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimConnection;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.ClaimLinkConnection;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.LinkDirection;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.claim.read.ClaimOrder;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.PageArgs;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.LinkType;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.HistoryReader;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** The fields of claims and their parts, and the claims of articles and actors. */
@GraphQLApi
public class ClaimApi {

    private static final String FILTER = "Which claims to show.";
    private static final String ORDER = "How to order them; the latest said first where nothing is given.";

    private final ClaimRepository claims;
    private final ArticleRepository articles;
    private final ActorRepository actors;
    private final CountryCodes countries;
    private final Database database;
    private final KeysetPaginator lists;
    private final BatchLookup records;
    private final HistoryReader histories;

    ClaimApi(
            ClaimRepository claims,
            ArticleRepository articles,
            ActorRepository actors,
            CountryCodes countries,
            Database database,
            KeysetPaginator lists,
            BatchLookup records,
            HistoryReader histories) {
        this.claims = claims;
        this.articles = articles;
        this.actors = actors;
        this.countries = countries;
        this.database = database;
        this.lists = lists;
        this.records = records;
        this.histories = histories;
    }

    /** The claim with an id. */
    @Query
    @Description("The claim with this id, or null.")
    public @org.jspecify.annotations.Nullable Claim claim(
            @Name("id") @Id @NonNull @Description("The claim's id.") String id) {
        UUID key = TypeId.require("id", id, Claim.PREFIX);
        return claims.byKeys(List.of(key), FieldEnvironment.current().selection())
                .get(key);
    }

    /** All claims. */
    @Query
    @NonNull
    @Description("Claims, the latest said first unless ordered otherwise.")
    public ClaimConnection claims(
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) ClaimFilter filter,
            @Name("orderBy") @Description(ORDER) ClaimOrder orderBy) {
        return new ClaimConnection(lists.page(
                ClaimRepository.ALL,
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(filter, countries),
                ClaimOrder.orLatest(orderBy)));
    }

    /** The article that has the claim. */
    @NonNull
    @Description("The article that has the claim.")
    @JoinFetch(to = Article.class, key = "{}.article_id")
    public List<@NonNull Article> article(@Source List<Claim> parents) {
        return records.byKey(parents, claim -> claim.articleKey, articles::byKeys);
    }

    /** Where the article says it. */
    @NonNull
    @Description("Where the article says it: one place, or several for a statement in several parts.")
    public List<@NonNull List<@NonNull Evidence>> evidence(@Source List<Claim> parents) {
        return claims.evidence(parents, FieldEnvironment.current().selection());
    }

    /** Who said it. */
    @Description("Who said it; null where nobody could be made out.")
    @JoinFetch(to = ActorEntity.class, key = "{}.speaker_id")
    public List<Actor> speaker(@Source List<Claim> parents) {
        return records.byKey(parents, claim -> claim.speakerKey, actors::byKeys);
    }

    /** Whom it was said to. */
    @Description("Whom it was said to; null where nobody is named or could be made out.")
    @JoinFetch(to = ActorEntity.class, key = "{}.addressee_id")
    public List<Actor> addressee(@Source List<Claim> parents) {
        return records.byKey(parents, claim -> claim.addresseeKey, actors::byKeys);
    }

    /** The post in which it was said. */
    @Description("The post that the speaker held on the day of the saying.")
    @JoinFetch(to = Affiliation.class, key = "{}.capacity_id")
    public List<Affiliation> capacity(@Source List<Claim> parents) {
        return records.byKey(
                parents,
                claim -> claim.capacityKey,
                (keys, selection) -> database.byKeys(Affiliation.class, keys, selection));
    }

    /** The country that the speaker spoke for. */
    @Description("The country that the speaker spoke for on the day of the saying.")
    @JoinFetch(to = ActorEntity.class, key = "{}.country_id")
    public List<Country> country(@Source List<Claim> parents) {
        return records.byKey(
                parents, claim -> claim.countryKey, (keys, selection) -> actors.byKeys(Country.class, keys, selection));
    }

    /** The claim that it answers. */
    @Description("The claim that this one answers.")
    @JoinFetch(to = Claim.class, key = ClaimRepository.ANSWERED)
    public List<Claim> repliesTo(@Source List<Claim> parents) {
        return claims.answered(parents, FieldEnvironment.current().selection());
    }

    /** The claims that answer it. */
    @NonNull
    @Description("The claims that answer this one, the earliest said first.")
    public List<@NonNull ClaimConnection> replies(
            @Source List<Claim> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        return lists.nested(
                ClaimRepository.REPLIES,
                parents,
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(null, countries),
                ClaimOrder.earliest(),
                ClaimConnection::new);
    }

    /** Its links with other claims. */
    @NonNull
    @Description("How this claim stands to others and others to it, the link that was recorded first, first.")
    public List<@NonNull ClaimLinkConnection> links(
            @Source List<Claim> parents,
            @Name("direction") @Description("Only links at this end; both where nothing is given.")
                    LinkDirection direction,
            @Nullable @Name("types") @Description("Only links of these types.") List<@NonNull LinkType> types,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        SqlFragment where = types == null
                ? SqlFragment.TRUE
                : SqlFragment.in(
                        "l.type", types.stream().map(Enum::name).distinct().toList());
        return lists.nested(
                ClaimRepository.links(direction),
                parents,
                PageArgs.of(first, after, last, before),
                where,
                ClaimRepository.FIRST_RECORDED,
                ClaimLinkConnection::new);
    }

    /** How the speaker's mention was resolved. */
    @Description("How the mention of the speaker became an actor; null for a claim that no machine read.")
    public List<Attribution> attribution(@Source List<Claim> parents) {
        return claims.attributions(parents);
    }

    /** The actor that the speaker's mention may mean. */
    @NonNull
    @Description("Who that is.")
    @JoinFetch(to = ActorEntity.class, key = "{}.actor_id")
    public List<@NonNull Actor> actor(@Source List<AttributionCandidate> parents) {
        return records.byKey(parents, candidate -> candidate.actorKey, actors::byKeys);
    }

    /** Claims of other articles that report the same utterance. */
    @NonNull
    @Description(
            "Claims of other articles that report the same utterance: the same speaker, close days, and nearly the same words, or on the same day the same content.")
    public List<@NonNull ClaimConnection> otherReports(
            @Source List<Claim> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) ClaimFilter filter,
            @Name("orderBy") @Description(ORDER) ClaimOrder orderBy) {
        return lists.nested(
                ClaimRepository.OTHER_REPORTS,
                parents,
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(filter, countries),
                ClaimOrder.orLatest(orderBy),
                ClaimConnection::new);
    }

    /** The claim that a link starts from. */
    @NonNull
    @Description("The claim that stands to the other.")
    @JoinFetch(to = Claim.class, key = "{}.from_id")
    public List<@NonNull Claim> from(@Source List<ClaimLink> parents) {
        return records.byKey(parents, link -> link.fromKey, claims::byKeys);
    }

    /** The claim that a link points to. */
    @NonNull
    @Description("The claim that the first one stands to.")
    @JoinFetch(to = Claim.class, key = "{}.to_id")
    public List<@NonNull Claim> to(@Source List<ClaimLink> parents) {
        return records.byKey(parents, link -> link.toKey, claims::byKeys);
    }

    /** The claims in an article. */
    @NonNull
    @Description("The claims in the article, as printed unless ordered otherwise.")
    @Name("claims")
    public List<@NonNull ClaimConnection> claimsOfArticle(
            @Source List<Article> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) ClaimFilter filter,
            @Name("orderBy") @Description("How to order them; as printed where nothing is given.") ClaimOrder orderBy) {
        return lists.nested(
                ClaimRepository.OF_ARTICLE,
                parents,
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(filter, countries),
                ClaimOrder.orAsPrinted(orderBy),
                ClaimConnection::new);
    }

    /** What actors said. */
    @NonNull
    @Description(
            "What the actor said, or, for a country, what was said for it; the latest first unless ordered otherwise.")
    @Name("claims")
    public List<@NonNull ClaimConnection> claimsOfActor(
            @Source List<Actor> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) ClaimFilter filter,
            @Name("orderBy") @Description(ORDER) ClaimOrder orderBy) {
        return lists.nested(
                ClaimRepository.OF_ACTOR,
                ActorEntity.all(parents),
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(filter, countries),
                ClaimOrder.orLatest(orderBy),
                ClaimConnection::new);
    }

    /** The changes of claims. */
    @NonNull
    @Description("What was done to the claim and by whom, the latest first.")
    public List<@NonNull ChangeConnection> history(
            @Source List<Claim> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        return histories.of(parents, PageArgs.of(first, after, last, before));
    }
}
