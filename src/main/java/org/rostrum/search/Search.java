package org.rostrum.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorRecord;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.event.Event;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Call;
import org.rostrum.graph.Cursor;
import org.rostrum.graph.Database;
import org.rostrum.graph.Listing;
import org.rostrum.graph.Lists;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;
import org.rostrum.graph.Page;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.Persisted;
import org.rostrum.graph.SearchResult;
import org.rostrum.graph.Sql;

/**
 * Pages of what has some words: one statement for each kind of record, each newest first, put together in that order. On
 * PostgreSQL words are matched in their English forms by the index that {@link SearchIndex} makes; on H2 the texts are looked
 * through for the letters, newest first, until the page is full.
 */
@ApplicationScoped
class Search {

  private static final String LIST = "Query.search";
  /** Newest first; what is put together is compared by it. */
  private static final Asked ORDERED = Asked.of(List.of(new Asked.Part("recordedAt", Persisted.class, true, null, null)));
  private static final Comparator<Persisted> LATEST_FIRST = Comparator.<Persisted, Instant>comparing(record -> record.recordedAt)
      .thenComparing(record -> record.key, Search::compare).reversed();

  private final Lists lists;
  private final boolean indexed;

  Search(Lists lists, Database database) {
    this.lists = lists;
    this.indexed = database.isPostgres();
  }

  /** A page of what has all of the words, of the types; empty without words. */
  Page<SearchResult> page(List<String> words, List<SearchType> types, PageArgs args) {
    List<Persisted> found = new ArrayList<>();
    boolean more = false;
    int total = 0;
    for (SearchType type : types.stream().distinct().toList()) {
      Page<? extends Persisted> page = switch (type) {
        case CLAIM -> page(Claim.class, "claim", "c", Sql.all(List.of(Sql.of("c.review <> 'REJECTED'"), inText("c", words, "c.text"))), args);
        case ARTICLE -> page(Article.class, "article", "a", inText("a", words, "a.headline", "a.body"), args);
        case EVENT -> page(Event.class, "event", "e", inText("e", words, "e.title", "e.place"), args);
        case ACTOR -> page(ActorRecord.class, "actor", "a", Sql.all(List.of(Sql.of("a.merged_into is null"), inNames(words))), args);
      };
      found.addAll(page.items());
      more |= page.hasNext();
      total += page.total() == null ? 0 : page.total();
    }
    found.sort(LATEST_FIRST);
    boolean longer = found.size() > args.size();
    List<Persisted> items = longer ? found.subList(0, args.size()) : found;
    return new Page<>(items.stream().map(SearchResult.class::cast).toList(),
        index -> Cursor.encode(LIST, order(""), items.get(index).recordedAt, items.get(index).key),
        more || longer, args.after() != null, total);
  }

  private <E extends Persisted> Page<E> page(Class<E> type, String table, String alias, Sql where, PageArgs args) {
    Asked items = Asked.union(List.of(Call.current().asked().items(), ORDERED));
    return lists.sought(Listing.all(LIST, type, table, alias), args, where, order(alias), items);
  }

  private static <E extends Persisted> Order<E> order(String alias) {
    return new Order<>("RECORDED_AT", alias + ".recorded_at", Instant.class, record -> record.recordedAt, OrderDirection.DESC);
  }

  /** The texts have all of the words between them. */
  private Sql inText(String alias, List<String> words, String... columns) {
    if (words.isEmpty()) {
      return Sql.FALSE;
    }
    if (indexed) {
      return Sql.of(alias + ".words @@ plainto_tsquery('english', ?)", String.join(" ", words));
    }
    return Sql.all(words.stream().map(word -> Sql.any(List.of(columns).stream().map(column -> Sql.contains(column, word)).toList())).toList());
  }

  /** The actor's names have all of the words between them. */
  private Sql inNames(List<String> words) {
    if (words.isEmpty()) {
      return Sql.FALSE;
    }
    return Sql.all(words.stream().map(word -> Sql.any(List.of(named("a", "a.name", word),
        Sql.of("a.id in (select l.actor_id from actor_alias l where").then(named("l", "l.alias", word)).then(")")))).toList());
  }

  private Sql named(String alias, String column, String word) {
    return indexed ? Sql.of(alias + ".words @@ plainto_tsquery('simple', ?)", word) : Sql.contains(column, word);
  }

  /** As databases compare keys: as unsigned numbers. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
