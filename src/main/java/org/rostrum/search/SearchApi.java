package org.rostrum.search;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.rostrum.actor.Actors;
import org.rostrum.article.Articles;
import org.rostrum.claim.Claims;
import org.rostrum.event.Events;
import org.rostrum.graph.Asked;
import org.rostrum.graph.BadUserInput;
import org.rostrum.graph.Call;
import org.rostrum.graph.Listing;
import org.rostrum.graph.Lists;
import org.rostrum.graph.NodeSource;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;
import org.rostrum.graph.Page;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.SearchResult;
import org.rostrum.graph.Sql;

/** Finds records by words. So far a plain match of every word, the latest recorded first. */
@GraphQLApi
public class SearchApi {

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 10;
  private static final Listing<SearchHit> HITS = Listing.all("Query.search", SearchHit.class, "search_hit", "h");
  private static final Order<SearchHit> LATEST_FIRST =
      new Order<>("RECORDED_AT", "h.recorded_at", Instant.class, hit -> hit.recordedAt, OrderDirection.DESC);

  private final Lists lists;
  private final Map<SearchType, NodeSource> sources;

  SearchApi(Lists lists, Articles articles, Actors actors, Claims claims, Events events) {
    this.lists = lists;
    this.sources = new EnumMap<>(Map.of(
        SearchType.ARTICLE, articles, SearchType.ACTOR, actors, SearchType.CLAIM, claims, SearchType.EVENT, events));
  }

  /** Finds records. */
  @Query
  @NonNull
  @Description("What has all of these words, in any case: the latest recorded first.")
  public SearchResultConnection search(
      @Name("query") @NonNull @Description("The words: at most 10, together at most 200 characters.") String query,
      @Nullable @Name("types") @Description("What to look for; everything where nothing is given.") List<@NonNull SearchType> types,
      @Name("first") @Description(PageArgs.FIRST) Integer first,
      @Name("after") @Description(PageArgs.AFTER) String after) {
    List<Sql> conditions = new ArrayList<>(words(query));
    if (types != null) {
      conditions.add(Sql.in("h.kind", types.stream().map(Enum::name).distinct().toList()));
    }
    Page<SearchHit> page = lists.page(HITS, PageArgs.of(first, after, null, null), Sql.all(conditions), LATEST_FIRST, Asked.ALL);
    Map<UUID, SearchResult> found = load(page.items());
    return new SearchResultConnection(page.map(hit -> found.get(hit.key)));
  }

  private Map<UUID, SearchResult> load(List<SearchHit> hits) {
    Map<UUID, SearchResult> found = new HashMap<>();
    sources.forEach((type, source) -> {
      List<UUID> keys = hits.stream().filter(hit -> hit.kind == type).map(hit -> hit.key).toList();
      source.byKeys(keys, Call.current().asked().items()).forEach((key, node) -> found.put(key, (SearchResult) node));
    });
    return found;
  }

  private static List<Sql> words(String query) {
    if (query.isBlank()) {
      throw new BadUserInput("query", "must not be empty");
    }
    if (query.length() > LONGEST) {
      throw new BadUserInput("query", "must be at most " + LONGEST + " characters long, was " + query.length());
    }
    String[] words = query.strip().split("\\s+");
    if (words.length > MOST_WORDS) {
      throw new BadUserInput("query", "must be at most " + MOST_WORDS + " words, was " + words.length);
    }
    return Arrays.stream(words).map(word -> Sql.contains("h.words", word)).toList();
  }
}
