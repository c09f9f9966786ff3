package org.rostrum.claim;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.rostrum.actor.Actor;
import org.rostrum.actor.ActorRecord;
import org.rostrum.actor.Actors;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Countries;
import org.rostrum.actor.Country;
import org.rostrum.article.Article;
import org.rostrum.article.Articles;
import org.rostrum.graph.Database;
import org.rostrum.graph.Lists;
import org.rostrum.graph.Loaders;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.Records;
import org.rostrum.graph.Sql;
import org.rostrum.graph.TypeId;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.Histories;

/** What can be asked of claims, and the claims of other things. */
@GraphQLApi
public class ClaimApi {

  private static final String FILTER = "Which claims to show.";
  private static final String ORDER = "How to order them; the latest said first where nothing is given.";

  private final Claims claims;
  private final Articles articles;
  private final Actors actors;
  private final Countries countries;
  private final Database database;
  private final Lists lists;
  private final Loaders loaders;
  private final Records records;
  private final Histories histories;

  ClaimApi(Claims claims, Articles articles, Actors actors, Countries countries, Database database, Lists lists,
      Loaders loaders, Records records, Histories histories) {
    this.claims = claims;
    this.articles = articles;
    this.actors = actors;
    this.countries = countries;
    this.database = database;
    this.lists = lists;
    this.loaders = loaders;
    this.records = records;
    this.histories = histories;
  }

  /** The claim with an id. */
  @Query
  @Description("The claim with this id, or null.")
  public Claim claim(@Name("id") @Id @NonNull @Description("The claim's id.") String id) {
    UUID key = TypeId.require("id", id, Claim.PREFIX);
    return claims.byKeys(List.of(key)).get(key);
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
    return new ClaimConnection(lists.page(Claims.ALL, PageArgs.of(first, after, last, before),
        ClaimFilter.sql(filter, countries), ClaimOrder.orLatest(orderBy)));
  }

  /** How many claims the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source ClaimConnection connection) {
    return connection.total();
  }

  /** How many links the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source ClaimLinkConnection connection) {
    return connection.total();
  }

  /** The article that has the claim. */
  @NonNull
  @Description("The article that has the claim.")
  public CompletionStage<@NonNull Article> article(@Source Claim claim) {
    return records.byKey("Article", claim.articleKey, articles::byKeys);
  }

  /** Where the article says it. */
  @NonNull
  @Description("Where the article says it: one place, or several for a statement in several parts.")
  public CompletionStage<@NonNull List<@NonNull Evidence>> evidence(@Source Claim claim) {
    return loaders.load("Claim.evidence", claim, claims::evidence);
  }

  /** Who said it. */
  @Description("Who said it; null where nobody could be made out.")
  public CompletionStage<Actor> speaker(@Source Claim claim) {
    return actor(claim.speakerKey);
  }

  /** Whom it was said to. */
  @Description("Whom it was said to; null where nobody is named or could be made out.")
  public CompletionStage<Actor> addressee(@Source Claim claim) {
    return actor(claim.addresseeKey);
  }

  /** The post in which it was said. */
  @Description("The post that the speaker held on the day of the saying.")
  public CompletionStage<Affiliation> capacity(@Source Claim claim) {
    return records.byKey("Affiliation", claim.capacityKey, keys -> database.byKeys(Affiliation.class, "affiliation", keys));
  }

  /** The country that it was said for. */
  @Description("The country that the speaker spoke for on the day of the saying.")
  public CompletionStage<Country> country(@Source Claim claim) {
    return records.byKey("Country", claim.countryKey, keys -> actors.byKeys(Country.class, keys));
  }

  /** The claim that it answers. */
  @Description("The claim that this one answers.")
  public CompletionStage<Claim> repliesTo(@Source Claim claim) {
    return loaders.load("Claim.repliesTo", claim, claims::answered);
  }

  /** The claims that answer it. */
  @NonNull
  @Description("The claims that answer this one, the earliest said first.")
  public CompletionStage<@NonNull ClaimConnection> replies(
      @Source Claim claim,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    return lists.nested(Claims.REPLIES, claim, PageArgs.of(first, after, last, before),
        ClaimFilter.sql(null, countries), ClaimOrder.earliest()).thenApply(ClaimConnection::new);
  }

  /** How it stands to other claims. */
  @NonNull
  @Description("How this claim stands to others and others to it, the link that was recorded first, first.")
  public CompletionStage<@NonNull ClaimLinkConnection> links(
      @Source Claim claim,
      @Name("direction") @Description("Only links at this end; both where nothing is given.") LinkDirection direction,
      @Nullable @Name("types") @Description("Only links of these types.") List<@NonNull LinkType> types,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    Sql where = types == null ? Sql.TRUE : Sql.in("l.type", types.stream().map(Enum::name).distinct().toList());
    return lists.nested(Claims.links(direction), claim, PageArgs.of(first, after, last, before), where, Claims.FIRST_RECORDED)
        .thenApply(ClaimLinkConnection::new);
  }

  /** The claim that a link starts from. */
  @NonNull
  @Description("The claim that stands to the other.")
  public CompletionStage<@NonNull Claim> from(@Source ClaimLink link) {
    return records.byKey("Claim", link.fromKey, claims::byKeys);
  }

  /** The claim that a link points to. */
  @NonNull
  @Description("The claim that the first one stands to.")
  public CompletionStage<@NonNull Claim> to(@Source ClaimLink link) {
    return records.byKey("Claim", link.toKey, claims::byKeys);
  }

  /** The claims in an article. */
  @NonNull
  @Description("The claims in the article, as printed unless ordered otherwise.")
  public CompletionStage<@NonNull ClaimConnection> claims(
      @Source Article article,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) ClaimFilter filter,
      @Name("orderBy") @Description("How to order them; as printed where nothing is given.") ClaimOrder orderBy) {
    return lists.nested(Claims.OF_ARTICLE, article, PageArgs.of(first, after, last, before),
        ClaimFilter.sql(filter, countries), ClaimOrder.orAsPrinted(orderBy)).thenApply(ClaimConnection::new);
  }

  /** What an actor said. */
  @NonNull
  @Description("What the actor said, or, for a country, what was said for it; the latest first unless ordered otherwise.")
  public CompletionStage<@NonNull ClaimConnection> claims(
      @Source Actor actor,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) ClaimFilter filter,
      @Name("orderBy") @Description(ORDER) ClaimOrder orderBy) {
    return lists.nested(Claims.OF_ACTOR, ActorRecord.of(actor), PageArgs.of(first, after, last, before),
        ClaimFilter.sql(filter, countries), ClaimOrder.orLatest(orderBy)).thenApply(ClaimConnection::new);
  }

  /** What was done to the claim. */
  @NonNull
  @Description("What was done to the claim and by whom, the latest first.")
  public CompletionStage<@NonNull ChangeConnection> history(
      @Source Claim claim,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    return histories.of(claim, PageArgs.of(first, after, last, before));
  }

  /** How many changes the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source ChangeConnection connection) {
    return connection.total();
  }

  private CompletionStage<Actor> actor(UUID key) {
    return records.byKey("Actor", key, actors::byKeys);
  }
}
