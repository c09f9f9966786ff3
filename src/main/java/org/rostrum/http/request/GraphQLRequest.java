package org.rostrum.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL request with the parameters of GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), and
 * the id of a persisted document as an alternative to the document.
 *
 * @param query the document; null for a persisted one
 * @param documentId the id of a trusted document, or null
 * @param operationName the operation to run; null for the only one of the document
 * @param variables the variables
 * @param extensions protocol extensions, such as Apollo's persistedQuery
 */
public record GraphQLRequest(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {

    /** Deep enough for every input of the schema, and cheap to parse. */
    private static final int MAX_NESTING = 100;
    /**
     * In bytes. Longer bodies are decoded while they are parsed: decoded at once, they would be in memory several
     * times.
     */
    private static final int MAX_DECODED_AT_ONCE = 65_536;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Parses the body of a POST.
     *
     * @throws RequestRejectedException when it is not a GraphQL request, or too large
     */
    public static GraphQLRequest ofBody(RequestBody body) {
        if (body.length() == 0) {
            throw RequestRejectedException.malformed("the body is empty; it must be a JSON object with a query");
        }
        boolean isDecodedAtOnce = body.length() <= MAX_DECODED_AT_ONCE && !body.isCompressed();
        return of(json(
                "the body",
                isDecodedAtOnce
                        ? new StringReader(utf8(body.bytes()))
                        : new InputStreamReader(body.stream(), StandardCharsets.UTF_8.newDecoder())));
    }

    /**
     * Makes a request of parsed JSON.
     *
     * @throws RequestRejectedException when it is not a GraphQL request
     */
    public static GraphQLRequest of(@Nullable Object json) {
        if (json instanceof List) {
            throw RequestRejectedException.malformed(
                    "the body is a list; batches are not taken, send one request at a time");
        }
        if (!(json instanceof Map<?, ?> request)) {
            throw RequestRejectedException.malformed("the body must be a JSON object with a query");
        }
        return new GraphQLRequest(
                        text(request, "query"),
                        text(request, "documentId"),
                        text(request, "operationName"),
                        object(request, "variables"),
                        object(request, "extensions"))
                .validated();
    }

    /**
     * Makes a request of the parameters of a GET.
     *
     * @throws RequestRejectedException when they are not a GraphQL request
     */
    public static GraphQLRequest ofParameters(MultiMap parameters) {
        return new GraphQLRequest(
                        single(parameters, "query"),
                        single(parameters, "documentId"),
                        single(parameters, "operationName"),
                        object(parameters, "variables"),
                        object(parameters, "extensions"))
                .validated();
    }

    private GraphQLRequest validated() {
        if (query == null && documentId == null && persistedHash() == null) {
            throw RequestRejectedException.malformed("query: must be given, or the documentId of a persisted one");
        }
        if (query != null && documentId != null) {
            throw RequestRejectedException.malformed("documentId: must not be given together with query");
        }
        return this;
    }

    /**
     * The hash in Apollo's {@code extensions.persistedQuery}, or null.
     *
     * @throws RequestRejectedException when the extension is malformed
     */
    public @Nullable String persistedHash() {
        if (!(extensions.get("persistedQuery") instanceof Map<?, ?> persisted)) {
            return null;
        }
        if (!Integer.valueOf(1).equals(persisted.get("version"))) {
            throw RequestRejectedException.malformed("extensions.persistedQuery.version: must be 1");
        }
        if (!(persisted.get("sha256Hash") instanceof String hash)) {
            throw RequestRejectedException.malformed("extensions.persistedQuery.sha256Hash: must be a text");
        }
        return hash;
    }

    /**
     * Parses JSON into maps, lists and scalars.
     *
     * @param name what error messages call the text
     * @throws RequestRejectedException when it is not JSON
     */
    public static Object json(String name, String text) {
        return json(name, new StringReader(text));
    }

    private static Object json(String name, Reader text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw RequestRejectedException.malformed(name + " is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("it is broken"));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static RequestRejectedException notUtf8() {
        return RequestRejectedException.malformed("the body is not UTF-8");
    }

    private static @Nullable String text(Map<?, ?> request, String name) {
        Object value = request.get(name);
        if (value != null && !(value instanceof String)) {
            throw RequestRejectedException.malformed(name + ": must be a text");
        }
        return (String) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<?, ?> request, String name) {
        Object value = request.get(name);
        if (value != null && !(value instanceof Map)) {
            throw RequestRejectedException.malformed(name + ": must be an object");
        }
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static Map<String, Object> object(MultiMap parameters, String name) {
        String value = single(parameters, name);
        return value == null || value.isEmpty() ? Map.of() : object(Map.of(name, orEmpty(json(name, value))), name);
    }

    private static Object orEmpty(Object value) {
        return value == null ? Map.of() : value;
    }

    private static @Nullable String single(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw RequestRejectedException.malformed(name + ": must be given once");
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
