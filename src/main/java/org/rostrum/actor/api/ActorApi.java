package org.rostrum.actor.api;

import java.time.LocalDate;
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
import org.rostrum.actor.ActorConnection;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.AffiliationConnection;
import org.rostrum.actor.Country;
import org.rostrum.actor.Organization;
import org.rostrum.actor.read.ActorFilter;
import org.rostrum.actor.read.ActorOrder;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.read.AffiliationListings;
import org.rostrum.actor.read.AffiliationTenure;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.PageArgs;
import org.rostrum.graph.node.TypeId;
import org.rostrum.history.ChangeConnection;
import org.rostrum.history.HistoryReader;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.sql.BatchLookup;

/** What can be asked of actors. */
@GraphQLApi
public class ActorApi {

    private static final ConnectionQuery<ActorEntity> ALL =
            ConnectionQuery.all("Query.actors", ActorEntity.class, "actor", "a");

    private final ActorRepository actors;
    private final CountryCodes countries;
    private final KeysetPaginator lists;
    private final BatchLookup records;
    private final HistoryReader histories;

    ActorApi(
            ActorRepository actors,
            CountryCodes countries,
            KeysetPaginator lists,
            BatchLookup records,
            HistoryReader histories) {
        this.actors = actors;
        this.countries = countries;
        this.lists = lists;
        this.records = records;
        this.histories = histories;
    }

    /** The actor with an id. */
    @Query
    @Description("The actor with this id, or null. The id of an actor that was merged into another gives the other.")
    public @Nullable Actor actor(@Name("id") @Id @NonNull @Description("The actor's id.") String id) {
        UUID key = TypeId.require("id", id, ActorEntity.PREFIX);
        return actors.byKeys(List.of(key), FieldEnvironment.current().selection())
                .get(key);
    }

    /** The country with a code. */
    @Query
    @Description("The country with this code.")
    public @Nullable Country country(
            @Name("code") @NonNull @Description("ISO 3166-1 alpha-2 or alpha-3 code, in any case.") String code) {
        UUID key = countries.find(code).orElseThrow(() -> CountryCodes.unknown("code", code));
        return actors.byKeys(
                        Country.class, List.of(key), FieldEnvironment.current().selection())
                .get(key);
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
        return new ActorConnection(lists.page(
                ALL,
                PageArgs.of(first, after, last, before),
                ActorFilter.sql(filter, countries),
                ActorOrder.orName(orderBy)));
    }

    /** The actor's other names. */
    @NonNull
    @Description("Other names: spellings, acronyms, names in use.")
    public List<@NonNull List<@NonNull String>> aliases(@Source List<Actor> parents) {
        return actors.aliases(ActorEntity.all(parents));
    }

    /** The country that the actor stands for today. */
    @Description(
            "The country that the actor stands for today, or the last known: that of a post, else the actor's own. A country's is itself.")
    @JoinFetch(to = ActorEntity.class, key = ActorRepository.COUNTRY_TODAY)
    public List<Country> country(@Source List<Actor> parents) {
        return actors.countries(
                ActorEntity.all(parents), FieldEnvironment.current().selection());
    }

    /** The actor's posts. */
    @NonNull
    @Description("The posts that the actor holds or held, the latest first.")
    public List<@NonNull List<@NonNull Affiliation>> affiliations(
            @Source List<Actor> parents, @Name("on") @Description("Only posts held on this day.") LocalDate on) {
        return actors.affiliations(
                ActorEntity.all(parents), on, FieldEnvironment.current().selection());
    }

    /** What was done to the actor. */
    @NonNull
    @Description("What was done to the actor and by whom, the latest first.")
    public List<@NonNull ChangeConnection> history(
            @Source List<Actor> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before) {
        return histories.of(ActorEntity.all(parents), PageArgs.of(first, after, last, before));
    }

    /** Posts in an organisation. */
    @NonNull
    @Description("Who holds or held a post in this organisation, the latest first.")
    public List<@NonNull AffiliationConnection> members(
            @Source List<Organization> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("on") @Description("Only posts held on this day.") LocalDate on) {
        return lists.nested(
                AffiliationListings.OF_ORGANIZATION,
                parents,
                PageArgs.of(first, after, last, before),
                AffiliationTenure.heldOn("f", on),
                AffiliationListings.LATEST_FIRST,
                AffiliationConnection::new);
    }

    /** Posts for a country. */
    @NonNull
    @Description("Who holds or held a post for this country, the latest first.")
    public List<@NonNull AffiliationConnection> officeHolders(
            @Source List<Country> parents,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after,
            @Name("last") @Description(PageArgs.LAST) Integer last,
            @Name("before") @Description(PageArgs.BEFORE) String before,
            @Name("on") @Description("Only posts held on this day.") LocalDate on) {
        return lists.nested(
                AffiliationListings.OF_COUNTRY,
                parents,
                PageArgs.of(first, after, last, before),
                AffiliationTenure.heldOn("f", on),
                AffiliationListings.LATEST_FIRST,
                AffiliationConnection::new);
    }

    /** Who holds the post. */
    @NonNull
    @Description("Who holds the post.")
    @JoinFetch(to = ActorEntity.class, key = "{}.actor_id")
    public List<@NonNull Actor> actor(@Source List<Affiliation> parents) {
        return records.byKey(parents, post -> post.actorKey, actors::byKeys);
    }

    /** In which organisation the post is. */
    @Description("The organisation that the post is in.")
    @JoinFetch(to = ActorEntity.class, key = "{}.organization_id")
    public List<Organization> organization(@Source List<Affiliation> parents) {
        return records.byKey(
                parents,
                post -> post.organizationKey,
                (keys, selection) -> actors.byKeys(Organization.class, keys, selection));
    }

    /** For which country the post is. */
    @Description("The country that the post is for.")
    @JoinFetch(to = ActorEntity.class, key = "{}.country_id")
    @Name("country")
    public List<Country> countryOfPost(@Source List<Affiliation> parents) {
        return records.byKey(
                parents, post -> post.countryKey, (keys, selection) -> actors.byKeys(Country.class, keys, selection));
    }
}
