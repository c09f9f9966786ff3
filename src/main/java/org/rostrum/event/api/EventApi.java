package org.rostrum.event.api;

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
import org.rostrum.actor.Actor;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Country;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.article.Article;
import org.rostrum.article.ArticleConnection;
import org.rostrum.article.read.ArticleOrder;
import org.rostrum.article.read.ArticleRepository;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimConnection;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.claim.read.ClaimOrder;
import org.rostrum.claim.read.ClaimRepository;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.PageArgs;
import org.rostrum.event.Event;
import org.rostrum.event.EventConnection;
import org.rostrum.event.EventMention;
import org.rostrum.event.Participant;
import org.rostrum.event.read.EventFilter;
import org.rostrum.event.read.EventOrder;
import org.rostrum.event.read.EventRepository;
import org.rostrum.graph.node.TypeId;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.HistoryReader;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.SqlFragment;

/** What can be asked of events, and the events of other things. */
@GraphQLApi
public class EventApi {

    private static final String FILTER = "Which events to show.";
    private static final String ORDER = "How to order them; the latest first where nothing is given.";

    private final EventRepository events;
    private final ArticleRepository articles;
    private final ActorRepository actors;
    private final CountryCodes countries;
    private final KeysetPaginator lists;
    private final BatchLookup records;
    private final HistoryReader histories;

    EventApi(
            EventRepository events,
            ArticleRepository articles,
            ActorRepository actors,
            CountryCodes countries,
            KeysetPaginator lists,
            BatchLookup records,
            HistoryReader histories) {
        this.events = events;
        this.articles = articles;
        this.actors = actors;
        this.countries = countries;
        this.lists = lists;
        this.records = records;
        this.histories = histories;
    }

    /** The event with an id. */
    @Query
    @Description("The event with this id, or null.")
    public @Nullable Event event(@Name("id") @Id @NonNull @Description("The event's id.") String id) {
        UUID key = TypeId.require("id", id, Event.PREFIX);
        return events.byKeys(List.of(key), FieldEnvironment.current().selection())
                .get(key);
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
        return new EventConnection(lists.page(
                EventRepository.ALL,
                PageArgs.of(first, after, last, before),
                EventFilter.sql(filter, countries),
                EventOrder.orLatest(orderBy)));
    }

    /** In which country it happened. */
    @Description("The country that it happened in.")
    @JoinFetch(to = ActorEntity.class, key = "{}.country_id")
    public List<Country> country(@Source List<Event> parents) {
        return records.byKey(
                parents, event -> event.countryKey, (keys, selection) -> actors.byKeys(Country.class, keys, selection));
    }

    /** Who took part. */
    @NonNull
    @Description("Who took part, those who act first.")
    public List<@NonNull List<@NonNull Participant>> participants(@Source List<Event> parents) {
        return events.participants(parents, FieldEnvironment.current().selection());
    }

    /** Where articles tell of the event. */
    @NonNull
    @Description("Where articles tell of the event in their own words, as far as a machine read it.")
    public List<@NonNull List<@NonNull EventMention>> mentions(@Source List<Event> parents) {
        return events.mentions(parents, FieldEnvironment.current().selection());
    }

    /** The article that tells of an event. */
    @NonNull
    @Description("The article.")
    @JoinFetch(to = Article.class, key = "{}.article_id")
    public List<@NonNull Article> article(@Source List<EventMention> parents) {
        return records.byKey(parents, mention -> mention.articleKey, articles::byKeys);
    }

    /** Who has the part. */
    @NonNull
    @Description("Who has the part.")
    @JoinFetch(to = ActorEntity.class, key = "{}.actor_id")
    public List<@NonNull Actor> actor(@Source List<Participant> parents) {
        return records.byKey(parents, participant -> participant.actorKey, actors::byKeys);
    }

    /** The claims about it. */
    @NonNull
    @Description("The claims about the event, the latest said first unless ordered otherwise.")
    public List<@NonNull ClaimConnection> claims(
            @Source List<Event> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description("Which claims to show.") ClaimFilter filter,
            @Name("orderBy") @Description("How to order them; the latest said first where nothing is given.")
                    ClaimOrder orderBy) {
        return lists.nested(
                ClaimRepository.OF_EVENT,
                parents,
                PageArgs.of(first, after, last, before),
                ClaimFilter.visible(filter, countries),
                ClaimOrder.orLatest(orderBy),
                ClaimConnection::new);
    }

    /** The articles that have claims about it. */
    @NonNull
    @Description("The articles that have claims about it, the latest published first.")
    public List<@NonNull ArticleConnection> articles(
            @Source List<Event> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        return lists.nested(
                EventRepository.ARTICLES_OF_EVENT,
                parents,
                PageArgs.of(first, after, last, before),
                SqlFragment.TRUE,
                ArticleOrder.orLatest(null),
                ArticleConnection::new);
    }

    /** What was done to the event. */
    @NonNull
    @Description("What was done to the event and by whom, the latest first.")
    public List<@NonNull ChangeConnection> history(
            @Source List<Event> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        return histories.of(parents, PageArgs.of(first, after, last, before));
    }

    /** The events that a claim is about. */
    @NonNull
    @Description("The events that the claim is about, the latest first unless ordered otherwise.")
    @Name("events")
    public List<@NonNull EventConnection> eventsOfClaim(
            @Source List<Claim> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) EventFilter filter,
            @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
        return lists.nested(
                EventRepository.OF_CLAIM,
                parents,
                PageArgs.of(first, after, last, before),
                EventFilter.sql(filter, countries),
                EventOrder.orLatest(orderBy),
                EventConnection::new);
    }

    /** The events that an article's claims are about. */
    @NonNull
    @Description("The events that the article's claims are about, the latest first unless ordered otherwise.")
    @Name("events")
    public List<@NonNull EventConnection> eventsOfArticle(
            @Source List<Article> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) EventFilter filter,
            @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
        return lists.nested(
                EventRepository.OF_ARTICLE,
                parents,
                PageArgs.of(first, after, last, before),
                EventFilter.sql(filter, countries),
                EventOrder.orLatest(orderBy),
                EventConnection::new);
    }

    /** The events that an actor takes part in. */
    @NonNull
    @Description("The events that the actor takes part in, the latest first unless ordered otherwise.")
    @Name("events")
    public List<@NonNull EventConnection> eventsOfActor(
            @Source List<Actor> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("filter") @Description(FILTER) EventFilter filter,
            @Name("orderBy") @Description(ORDER) EventOrder orderBy) {
        return lists.nested(
                EventRepository.OF_ACTOR,
                ActorEntity.all(parents),
                PageArgs.of(first, after, last, before),
                EventFilter.sql(filter, countries),
                EventOrder.orLatest(orderBy),
                EventConnection::new);
    }
}
