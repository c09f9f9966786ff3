package org.rostrum.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import org.rostrum.engine.document.DocumentLimits;
import org.rostrum.engine.document.DocumentValidator;
import org.rostrum.engine.document.NumericLiteralGuard;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.engine.document.SupplementaryCharacterParser;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;

/** Parses and validates documents within the limits, and caches the results, failures included. */
final class DocumentPreparer {

    /** The size of the cache, in UTF-16 code units of document text. */
    private static final long CACHE_SIZE = 8_000_000;
    /** Counted for each document on top of its text. */
    private static final int BASE_WEIGHT = 500;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final GraphQLErrorMapper errors;
    private final ParserOptions parserOptions;
    private final Cache<String, PreparedDocument> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_SIZE)
            .<String, PreparedDocument>weigher((text, prepared) -> BASE_WEIGHT + text.length())
            .build();

    DocumentPreparer(GraphQLSchema schema, Limits limits, GraphQLErrorMapper errors) {
        this.schema = schema;
        this.limits = limits;
        this.errors = errors;
        parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens())
                        .maxCharacters(Integer.MAX_VALUE)
                        .captureLineComments(false));
        Validator.setMaxValidationErrors(limits.errors());
    }

    PreparedDocument prepare(String text) {
        PreparedDocument cached = cache.getIfPresent(text);
        if (cached != null) {
            return cached;
        }
        PreparedDocument prepared = parseAndValidate(text);
        cache.put(text, prepared);
        return prepared;
    }

    private PreparedDocument parseAndValidate(String text) {
        try {
            NumericLiteralGuard.check(text);
            Document document = SupplementaryCharacterParser.parse(text, this::parse);
            DocumentLimits.check(limits, document);
            List<ValidationError> found = new DocumentValidator().validateDocument(schema, document, Locale.ENGLISH);
            return new PreparedDocument(
                    document,
                    errors.withCodes(found.stream()
                            .<GraphQLError>map(error -> error)
                            .limit(limits.errors())
                            .toList()));
        } catch (LimitExceededException e) {
            return rejected(ApiError.of(e, null));
        } catch (DocumentLimits.FragmentCycle e) {
            return rejected(e.error());
        } catch (NumberFormatException e) {
            return rejected(ApiError.of("GRAPHQL_PARSE_FAILED", "a number in the request has too large an exponent"));
        } catch (ParseCancelledException | ParseCancelledTooDeepException e) {
            return rejected(ApiError.of(
                    new LimitExceededException(
                            "tokens",
                            limits.tokens(),
                            null,
                            "the request has more than " + limits.tokens() + " tokens or is nested too deep",
                            e.getLocation()),
                    null));
        } catch (InvalidSyntaxException e) {
            return new PreparedDocument(null, errors.withCodes(List.of(e.toInvalidSyntaxError())));
        }
    }

    private Document parse(String text) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(parserOptions)
                        .locale(Locale.ENGLISH)
                        .build());
    }

    private static PreparedDocument rejected(ApiError error) {
        return new PreparedDocument(null, List.of(error));
    }
}
