package org.rostrum.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.Cursor;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.KeysetPaginator;
import org.rostrum.connection.OrderDirection;
import org.rostrum.connection.Page;
import org.rostrum.connection.PageArgs;
import org.rostrum.event.Event;
import org.rostrum.graph.node.SearchResult;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.SelectedField;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Pages of records that contain all words of a query: one statement for each type of record, newest first, merged in
 * that order. PostgreSQL matches stems of English words with the index that {@link SearchIndex} creates; H2 scans the
 * texts for the letters, newest first, until the page is full.
 */
@ApplicationScoped
class FullTextSearch {

    private static final String LIST = "Query.search";
    /** The column that the results of the types are merged by. */
    private static final FieldSelection ORDERED =
            FieldSelection.of(List.of(new SelectedField("recordedAt", BaseEntity.class, true, null, null)));

    private static final Comparator<BaseEntity> LATEST_FIRST = Comparator.<BaseEntity, Instant>comparing(
                    record -> record.recordedAt)
            .thenComparing(record -> record.key, FullTextSearch::compare)
            .reversed();

    private final KeysetPaginator lists;
    private final boolean indexed;

    FullTextSearch(KeysetPaginator lists, Database database) {
        this.lists = lists;
        this.indexed = database.isPostgres();
    }

    /** A page of the records of some types that contain all of the words; empty without words. */
    Page<SearchResult> page(List<String> words, List<SearchType> types, PageArgs args) {
        List<BaseEntity> found = new ArrayList<>();
        boolean more = false;
        int total = 0;
        for (SearchType type : types.stream().distinct().toList()) {
            Page<? extends BaseEntity> page =
                    switch (type) {
                        case CLAIM ->
                            page(
                                    Claim.class,
                                    "claim",
                                    "c",
                                    SqlFragment.all(List.of(ClaimFilter.listed(), inText("c", words, "c.text"))),
                                    args);
                        case ARTICLE ->
                            page(Article.class, "article", "a", inText("a", words, "a.headline", "a.body"), args);
                        case EVENT -> page(Event.class, "event", "e", inText("e", words, "e.title", "e.place"), args);
                        case ACTOR ->
                            page(
                                    ActorEntity.class,
                                    "actor",
                                    "a",
                                    SqlFragment.all(List.of(SqlFragment.of("a.merged_into is null"), inNames(words))),
                                    args);
                    };
            found.addAll(page.items());
            more |= page.hasNext();
            total += page.total() == null ? 0 : page.total();
        }
        found.sort(LATEST_FIRST);
        boolean longer = found.size() > args.size();
        List<BaseEntity> items = longer ? found.subList(0, args.size()) : found;
        return new Page<>(
                items.stream().map(SearchResult.class::cast).toList(),
                index -> Cursor.encode(LIST, order(""), items.get(index).recordedAt, items.get(index).key),
                more || longer,
                args.after() != null,
                total);
    }

    private <E extends BaseEntity> Page<E> page(
            Class<E> type, String table, String alias, SqlFragment where, PageArgs args) {
        FieldSelection items = FieldSelection.union(
                List.of(FieldEnvironment.current().selection().ofItems(), ORDERED));
        return lists.searchPage(ConnectionQuery.all(LIST, type, table, alias), args, where, order(alias), items);
    }

    private static <E extends BaseEntity> KeysetOrder<E> order(String alias) {
        return new KeysetOrder<>(
                "RECORDED_AT", alias + ".recorded_at", Instant.class, record -> record.recordedAt, OrderDirection.DESC);
    }

    /** The columns together contain all of the words. */
    private SqlFragment inText(String alias, List<String> words, String... columns) {
        if (words.isEmpty()) {
            return SqlFragment.FALSE;
        }
        if (indexed) {
            return SqlFragment.of(alias + ".words @@ plainto_tsquery('english', ?)", String.join(" ", words));
        }
        return SqlFragment.all(words.stream()
                .map(word -> SqlFragment.any(List.of(columns).stream()
                        .map(column -> SqlFragment.contains(column, word))
                        .toList()))
                .toList());
    }

    /** The actor's name and aliases together contain all of the words. */
    private SqlFragment inNames(List<String> words) {
        if (words.isEmpty()) {
            return SqlFragment.FALSE;
        }
        return SqlFragment.all(words.stream()
                .map(word -> SqlFragment.any(List.of(
                        named("a", "a.name", word),
                        SqlFragment.of("a.id in (select l.actor_id from actor_alias l where")
                                .then(named("l", "l.alias", word))
                                .then(")"))))
                .toList());
    }

    private SqlFragment named(String alias, String column, String word) {
        return indexed
                ? SqlFragment.of(alias + ".words @@ plainto_tsquery('simple', ?)", word)
                : SqlFragment.contains(column, word);
    }

    /** Compares keys as the databases do, as unsigned numbers. */
    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
