package org.rostrum.actor;

import java.time.LocalDate;
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
import org.rostrum.graph.Listing;
import org.rostrum.graph.Lists;
import org.rostrum.graph.Loaders;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.Records;
import org.rostrum.graph.TypeId;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.Histories;

/** What can be asked of actors. */
@GraphQLApi
public class ActorApi {

  private static final Listing<ActorRecord> ALL = Listing.all("Query.actors", ActorRecord.class, "actor", "a");

  private final Actors actors;
  private final Countries countries;
  private final Lists lists;
  private final Loaders loaders;
  private final Records records;
  private final Histories histories;

  ActorApi(Actors actors, Countries countries, Lists lists, Loaders loaders, Records records, Histories histories) {
    this.actors = actors;
    this.countries = countries;
    this.lists = lists;
    this.loaders = loaders;
    this.records = records;
    this.histories = histories;
  }

  /** The actor with an id. */
  @Query
  @Description("The actor with this id, or null. The id of an actor that was merged into another gives the other.")
  public Actor actor(@Name("id") @Id @NonNull @Description("The actor's id.") String id) {
    UUID key = TypeId.require("id", id, ActorRecord.PREFIX);
    return actors.byKeys(List.of(key)).get(key);
  }

  /** The country with a code. */
  @Query
  @Description("The country with this code.")
  public Country country(
      @Name("code") @NonNull @Description("ISO 3166-1 alpha-2 or alpha-3 code, in any case.") String code) {
    UUID key = countries.find(code).orElseThrow(() -> Countries.unknown("code", code));
    return actors.byKeys(Country.class, List.of(key)).get(key);
  }

  /** All actors. */
  @Query
  @NonNull
  @Description("Actors, by name unless ordered otherwise.")
  public ActorConnection actors(
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description("Which actors to show.") ActorFilter filter,
      @Name("orderBy") @Description("How to order them; by name where nothing is given.") ActorOrder orderBy) {
    return new ActorConnection(lists.page(ALL, PageArgs.of(first, after, last, before),
        ActorFilter.sql(filter, countries), ActorOrder.orName(orderBy)));
  }

  /** How many actors the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source ActorConnection connection) {
    return connection.total();
  }

  /** How many posts the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source AffiliationConnection connection) {
    return connection.total();
  }

  /** The actor's other names. */
  @NonNull
  @Description("Other names: spellings, acronyms, names in use.")
  public CompletionStage<@NonNull List<@NonNull String>> aliases(@Source Actor actor) {
    return loaders.load("Actor.aliases", ActorRecord.of(actor), actors::aliases);
  }

  /** The country that the actor stands for today. */
  @Description("The country that the actor stands for today, or the last known: that of a post, else the actor's own. A country's is itself.")
  public CompletionStage<Country> country(@Source Actor actor) {
    return loaders.load("Actor.country", ActorRecord.of(actor), all -> actors.countries(all, Actors.today()));
  }

  /** The actor's posts. */
  @NonNull
  @Description("The posts that the actor holds or held, the latest first.")
  public CompletionStage<@NonNull List<@NonNull Affiliation>> affiliations(
      @Source Actor actor, @Name("on") @Description("Only posts held on this day.") LocalDate on) {
    return loaders.load("Actor.affiliations", ActorRecord.of(actor), all -> actors.affiliations(all, on));
  }

  /** What was done to the actor. */
  @NonNull
  @Description("What was done to the actor and by whom, the latest first.")
  public CompletionStage<@NonNull ChangeConnection> history(
      @Source Actor actor,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    return histories.of(ActorRecord.of(actor), PageArgs.of(first, after, last, before));
  }

  /** Posts in an organisation. */
  @NonNull
  @Description("Who holds or held a post in this organisation, the latest first.")
  public CompletionStage<@NonNull AffiliationConnection> members(
      @Source Organization organization,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("on") @Description("Only posts held on this day.") LocalDate on) {
    return lists.nested(Affiliations.OF_ORGANIZATION, organization, PageArgs.of(first, after, last, before),
        Actors.heldOn("f", on), Affiliations.LATEST_FIRST).thenApply(AffiliationConnection::new);
  }

  /** Posts for a country. */
  @NonNull
  @Description("Who holds or held a post for this country, the latest first.")
  public CompletionStage<@NonNull AffiliationConnection> officeHolders(
      @Source Country country,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("on") @Description("Only posts held on this day.") LocalDate on) {
    return lists.nested(Affiliations.OF_COUNTRY, country, PageArgs.of(first, after, last, before),
        Actors.heldOn("f", on), Affiliations.LATEST_FIRST).thenApply(AffiliationConnection::new);
  }

  /** Who holds the post. */
  @NonNull
  @Description("Who holds the post.")
  public CompletionStage<@NonNull Actor> actor(@Source Affiliation affiliation) {
    return actor(affiliation.actorKey);
  }

  /** In which organisation the post is. */
  @Description("The organisation that the post is in.")
  public CompletionStage<Organization> organization(@Source Affiliation affiliation) {
    return records.byKey("Organization", affiliation.organizationKey, keys -> actors.byKeys(Organization.class, keys));
  }

  /** For which country the post is. */
  @Description("The country that the post is for.")
  public CompletionStage<Country> country(@Source Affiliation affiliation) {
    return records.byKey("Country", affiliation.countryKey, keys -> actors.byKeys(Country.class, keys));
  }

  private CompletionStage<Actor> actor(UUID key) {
    return records.byKey("Actor", key, actors::byKeys);
  }
}
