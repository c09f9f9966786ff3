package org.rostrum.event;

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
import org.rostrum.actor.Countries;
import org.rostrum.actor.Country;
import org.rostrum.article.Article;
import org.rostrum.article.ArticleConnection;
import org.rostrum.article.ArticleOrder;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimConnection;
import org.rostrum.claim.ClaimFilter;
import org.rostrum.claim.ClaimOrder;
import org.rostrum.claim.Claims;
import org.rostrum.graph.Lists;
import org.rostrum.graph.Loaders;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.Records;
import org.rostrum.graph.Sql;
import org.rostrum.graph.TypeId;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.Histories;

/** What can be asked of events, and the events of other things. */
@GraphQLApi
public class EventApi {

  private static final String FILTER = "Which events to show.";
  private static final String ORDER = "How to order them; the latest first where nothing is given.";

  private final Events events;
  private final Actors actors;
  private final Countries countries;
  private final Lists lists;
  private final Loaders loaders;
  private final Records records;
  private final Histories histories;

  EventApi(Events events, Actors actors, Countries countries, Lists lists, Loaders loaders, Records records,
      Histories histories) {
    this.events = events;
    this.actors = actors;
    this.countries = countries;
    this.lists = lists;
    this.loaders = loaders;
    this.records = records;
    this.histories = histories;
  }

  /** The event with an id. */
  @Query
  @Description("The event with this id, or null.")
  public Event event(@Name("id") @Id @NonNull @Description("The event's id.") String id) {
    UUID key = TypeId.require("id", id, Event.PREFIX);
    return events.byKeys(List.of(key)).get(key);
  }

  /** All events. */
  @Query
  @NonNull
  @Description("Events, the latest first unless ordered otherwise.")
  public EventConnection events(
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) EventFilter filter,
      @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
    return new EventConnection(lists.page(Events.ALL, PageArgs.of(first, after, last, before),
        EventFilter.sql(filter, countries), EventOrder.orLatest(orderBy)));
  }

  /** How many events the list has. */
  @NonNull
  @Description("How many items the whole list has; counted only when asked for.")
  public CompletionStage<@NonNull Integer> totalCount(@Source EventConnection connection) {
    return connection.total();
  }

  /** In which country it happened. */
  @Description("The country that it happened in.")
  public CompletionStage<Country> country(@Source Event event) {
    return records.byKey("Country", event.countryKey, keys -> actors.byKeys(Country.class, keys));
  }

  /** Who took part. */
  @NonNull
  @Description("Who took part, those who act first.")
  public CompletionStage<@NonNull List<@NonNull Participant>> participants(@Source Event event) {
    return loaders.load("Event.participants", event, events::participants);
  }

  /** Who has the part. */
  @NonNull
  @Description("Who has the part.")
  public CompletionStage<@NonNull Actor> actor(@Source Participant participant) {
    return records.byKey("Actor", participant.actorKey, actors::byKeys);
  }

  /** The claims about it. */
  @NonNull
  @Description("The claims about the event, the latest said first unless ordered otherwise.")
  public CompletionStage<@NonNull ClaimConnection> claims(
      @Source Event event,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description("Which claims to show.") ClaimFilter filter,
      @Name("orderBy") @Description("How to order them; the latest said first where nothing is given.") ClaimOrder orderBy) {
    return lists.nested(Claims.OF_EVENT, event, PageArgs.of(first, after, last, before),
        ClaimFilter.sql(filter, countries), ClaimOrder.orLatest(orderBy)).thenApply(ClaimConnection::new);
  }

  /** The articles that have claims about it. */
  @NonNull
  @Description("The articles that have claims about it, the latest published first.")
  public CompletionStage<@NonNull ArticleConnection> articles(
      @Source Event event,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    return lists.nested(Events.ARTICLES_OF_EVENT, event, PageArgs.of(first, after, last, before), Sql.TRUE,
        ArticleOrder.orLatest(null)).thenApply(ArticleConnection::new);
  }

  /** What was done to the event. */
  @NonNull
  @Description("What was done to the event and by whom, the latest first.")
  public CompletionStage<@NonNull ChangeConnection> history(
      @Source Event event,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before) {
    return histories.of(event, PageArgs.of(first, after, last, before));
  }

  /** The events that a claim is about. */
  @NonNull
  @Description("The events that the claim is about, the latest first unless ordered otherwise.")
  public CompletionStage<@NonNull EventConnection> events(
      @Source Claim claim,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) EventFilter filter,
      @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
    return lists.nested(Events.OF_CLAIM, claim, PageArgs.of(first, after, last, before),
        EventFilter.sql(filter, countries), EventOrder.orLatest(orderBy)).thenApply(EventConnection::new);
  }

  /** The events that an article's claims are about. */
  @NonNull
  @Description("The events that the article's claims are about, the latest first unless ordered otherwise.")
  public CompletionStage<@NonNull EventConnection> events(
      @Source Article article,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) EventFilter filter,
      @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
    return lists.nested(Events.OF_ARTICLE, article, PageArgs.of(first, after, last, before),
        EventFilter.sql(filter, countries), EventOrder.orLatest(orderBy)).thenApply(EventConnection::new);
  }

  /** The events that an actor takes part in. */
  @NonNull
  @Description("The events that the actor takes part in, the latest first unless ordered otherwise.")
  public CompletionStage<@NonNull EventConnection> events(
      @Source Actor actor,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after,
      @Name("last") @Description(PageArgs.LAST) Integer last,
      @Name("before") @Description(PageArgs.BEFORE) String before,
      @Name("filter") @Description(FILTER) EventFilter filter,
      @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
    return lists.nested(Events.OF_ACTOR, ActorRecord.of(actor), PageArgs.of(first, after, last, before),
        EventFilter.sql(filter, countries), EventOrder.orLatest(orderBy)).thenApply(EventConnection::new);
  }
}
