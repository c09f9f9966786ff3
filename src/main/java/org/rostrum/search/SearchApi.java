package org.rostrum.search;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.rostrum.connection.PageArgs;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;

/** Finds records by words. */
@GraphQLApi
public class SearchApi {

    private static final int LONGEST = 200;
    private static final int MAX_WORDS = 10;

    private final FullTextSearch search;

    SearchApi(FullTextSearch search) {
        this.search = search;
    }

    /** Finds records. */
    @Query
    @NonNull
    @Description("What has all of these words, in any case: the latest recorded first.")
    public SearchResultConnection search(
            @Name("query")
                    @NonNull
                    @Description(
                            "The words: at most 10, together at most 200 characters. What has no letter and no digit is no word; without words, nothing is found.")
                    String query,
            @Nullable @Name("types") @Description("What to look for; everything where nothing is given.")
                    List<@NonNull SearchType> types,
            @Name("first") @Description(PageArgs.FIRST) Integer first,
            @Name("after") @Description(PageArgs.AFTER) String after) {
        return new SearchResultConnection(search.page(
                words(query),
                types == null ? List.of(SearchType.values()) : types,
                PageArgs.of(first, after, null, null)));
    }

    private static List<String> words(String query) {
        if (query.isBlank()) {
            throw new BadUserInputException("query", "must not be empty");
        }
        if (query.length() > LONGEST) {
            throw new BadUserInputException(
                    "query", "must be at most " + LONGEST + " characters long, was " + query.length());
        }
        List<String> words = Stream.of(query.strip().split("\\s+"))
                .filter(TextNormalizer::hasWords)
                .toList();
        if (words.size() > MAX_WORDS) {
            throw new BadUserInputException("query", "must be at most " + MAX_WORDS + " words, was " + words.size());
        }
        return words;
    }
}
