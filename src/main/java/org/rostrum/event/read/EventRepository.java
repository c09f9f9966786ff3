package org.rostrum.event.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.article.Article;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.event.Event;
import org.rostrum.event.EventMention;
import org.rostrum.event.Participant;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.graph.value.EventType;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** Reads events and what hangs on them, for whole sets at once. */
@ApplicationScoped
public class EventRepository implements NodeLoader {

    public static final ConnectionQuery<Event> ALL = ConnectionQuery.all("Query.events", Event.class, "event", "e");
    public static final ConnectionQuery<Event> OF_CLAIM = ConnectionQuery.of(
            "Claim.events",
            Event.class,
            "event",
            "e",
            "join event_claim about on about.event_id = e.id",
            "about.claim_id");
    public static final ConnectionQuery<Event> OF_ACTOR = ConnectionQuery.of(
            "Actor.events",
            Event.class,
            "event",
            "e",
            "join (select distinct p.event_id, p.actor_id from event_participant p) part on part.event_id = e.id",
            "part.actor_id");
    /** Which article tells of which event: in its own words, or in a claim about it. */
    private static final String PRINTED = """
      join (select about.event_id, c.article_id from event_claim about join claim c on c.id = about.claim_id where c.review <> 'REJECTED'
        union select m.event_id, m.article_id from event_mention m) printed on printed.""";

    public static final ConnectionQuery<Event> OF_ARTICLE = ConnectionQuery.of(
            "Article.events", Event.class, "event", "e", PRINTED + "event_id = e.id", "printed.article_id");
    public static final ConnectionQuery<Article> ARTICLES_OF_EVENT = ConnectionQuery.of(
            "Event.articles", Article.class, "article", "a", PRINTED + "article_id = a.id", "printed.event_id");

    /** So many events that may be the same are looked at. */
    private static final int MAX_SIMILAR = 500;

    private final Database database;

    EventRepository(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return Event.PREFIX;
    }

    @Override
    public Map<UUID, Event> byKeys(Collection<UUID> keys, FieldSelection selection) {
        return database.byKeys(Event.class, keys, selection);
    }

    /** The whole records with these keys; a key that names nothing is left out. */
    public Map<UUID, Event> byKeys(Collection<UUID> keys) {
        return byKeys(keys, FieldSelection.ALL);
    }

    /** Where articles tell of events, those of the first recorded first. */
    public List<List<EventMention>> mentions(List<Event> events, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, x.event_id as parent_key from event_mention x {x+} where")
                .then(SqlFragment.in(
                        "x.event_id", events.stream().map(event -> event.key).toList()))
                .then("order by x.article_id, x.start_offset");
        Map<UUID, List<EventMention>> mentions =
                database.allChildren(EventMention.class, selection, events.size(), sql);
        return BatchLookup.valuePerParent(events, event -> mentions.getOrDefault(event.key, List.of()));
    }

    /**
     * Events that may be the same as others told: of these types, on these days, with one of these actors.
     *
     * @return each with its participants
     */
    public Map<Event, Set<UUID>> similar(
            Collection<EventType> types, LocalDate first, LocalDate last, Collection<UUID> actors) {
        SqlFragment sql = SqlFragment.of(
                        "select {x.*} from event x where x.date_precision = 'DAY' and x.date_order between ? and ? and",
                        first,
                        last)
                .then(SqlFragment.in("x.type", types.stream().map(Enum::name).toList()))
                .then("and exists (select 1 from event_participant p where p.event_id = x.id and")
                .then(SqlFragment.in("p.actor_id", actors))
                .then(") order by x.date_order, x.id limit " + MAX_SIMILAR);
        Map<Event, Set<UUID>> found = new LinkedHashMap<>();
        List<Event> events = database.entities(Event.class, sql);
        List<List<Participant>> parts = participants(events, FieldSelection.ALL);
        for (int i = 0; i < events.size(); i++) {
            found.put(
                    events.get(i),
                    parts.get(i).stream().map(part -> part.actorKey).collect(Collectors.toSet()));
        }
        return found;
    }

    /** The keys of the claims about an event, as far as they are flushed. */
    public List<UUID> claimKeys(UUID event) {
        return database.rows(
                SqlFragment.of("select a.claim_id from event_claim a where a.event_id = ?", event),
                row -> row.uuid("claim_id"));
    }

    /** As {@link #claimKeys(UUID)}, only those of an article. */
    public List<UUID> claimKeys(UUID event, UUID article) {
        return database.rows(
                SqlFragment.of(
                        "select a.claim_id from event_claim a join claim c on c.id = a.claim_id where a.event_id = ? and c.article_id = ?",
                        event,
                        article),
                row -> row.uuid("claim_id"));
    }

    /** Who took part in events, those who act first. */
    public List<List<Participant>> participants(List<Event> events, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, x.event_id as parent_key from event_participant x {x+} where")
                .then(SqlFragment.in(
                        "x.event_id", events.stream().map(event -> event.key).toList()))
                .then(
                        "order by case x.role when 'SOURCE' then 1 when 'TARGET' then 2 when 'HOST' then 3 else 4 end, x.id");
        Map<UUID, List<Participant>> participants =
                database.allChildren(Participant.class, selection, events.size(), sql);
        return BatchLookup.valuePerParent(events, event -> participants.getOrDefault(event.key, List.of()));
    }
}
