package org.rostrum.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rostrum.article.Article;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Database;
import org.rostrum.graph.Listing;
import org.rostrum.graph.NodeSource;
import org.rostrum.graph.Records;
import org.rostrum.graph.Sql;

/** Reads events and what hangs on them, for whole sets at once. */
@ApplicationScoped
public class Events implements NodeSource {

  static final Listing<Event> ALL = Listing.all("Query.events", Event.class, "event", "e");
  static final Listing<Event> OF_CLAIM = Listing.of(
      "Claim.events", Event.class, "event", "e", "join event_claim about on about.event_id = e.id", "about.claim_id");
  static final Listing<Event> OF_ACTOR = Listing.of("Actor.events", Event.class, "event", "e",
      "join (select distinct p.event_id, p.actor_id from event_participant p) part on part.event_id = e.id", "part.actor_id");
  static final Listing<Event> OF_ARTICLE = Listing.of("Article.events", Event.class, "event", "e", """
      join (select distinct about.event_id, c.article_id from event_claim about join claim c on c.id = about.claim_id
        where c.review <> 'REJECTED') printed on printed.event_id = e.id""", "printed.article_id");
  static final Listing<Article> ARTICLES_OF_EVENT = Listing.of("Event.articles", Article.class, "article", "a", """
      join (select distinct about.event_id, c.article_id from event_claim about join claim c on c.id = about.claim_id
        where c.review <> 'REJECTED') printed on printed.article_id = a.id""", "printed.event_id");

  private final Database database;

  Events(Database database) {
    this.database = database;
  }

  @Override
  public String prefix() {
    return Event.PREFIX;
  }

  @Override
  public Map<UUID, Event> byKeys(Collection<UUID> keys, Asked asked) {
    return database.byKeys(Event.class, keys, asked);
  }

  /** The whole records with these keys; a key that names nothing is left out. */
  public Map<UUID, Event> byKeys(Collection<UUID> keys) {
    return byKeys(keys, Asked.ALL);
  }

  /** Who took part in events, those who act first. */
  List<List<Participant>> participants(List<Event> events, Asked asked) {
    Sql sql = Sql.of("select {x.*}, x.event_id as parent_key from event_participant x {x+} where")
        .then(Sql.in("x.event_id", events.stream().map(event -> event.key).toList()))
        .then("order by case x.role when 'SOURCE' then 1 when 'TARGET' then 2 when 'HOST' then 3 else 4 end, x.id");
    Map<UUID, List<Participant>> participants = database.allChildren(Participant.class, asked, events.size(), sql);
    return Records.each(events, event -> participants.getOrDefault(event.key, List.of()));
  }
}
