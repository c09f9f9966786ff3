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
import org.rostrum.http.request.RequestBodies.RequestBody;

/**
 * A request as GraphQL over HTTP defines it (https://graphql.github.io/graphql-over-http/draft/), with a persisted
 * document's id beside the document.
 *
 * @param query         the document; null where a persisted one is meant
 * @param documentId    a trusted document's id, or null
 * @param operationName which operation of the document; null for its only one
 * @param variables     the variables
 * @param extensions    what the client sent beside
 */
public record GraphQLRequest(
    String query, String documentId, String operationName, Map<String, Object> variables, Map<String, Object> extensions) {

  /** Deep enough for every input of the schema, and not so deep that reading it is work. */
  private static final int DEEPEST = 100;
  /** Longer bodies are decoded bit by bit while they are parsed: as a whole they would be in memory several times. */
  private static final int DECODED_WHOLE = 65_536;
  private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(Integer.MAX_VALUE).build()).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads the body of a POST. */
  public static GraphQLRequest ofBody(RequestBody body) {
    if (body.length() == 0) {
      throw RequestRejectedException.malformed("the body is empty; it must be a JSON object with a query");
    }
    boolean whole = body.length() <= DECODED_WHOLE && !body.isCompressed();
    return of(json("the body", whole ? new StringReader(utf8(body.bytes())) : new InputStreamReader(body.stream(), StandardCharsets.UTF_8.newDecoder())));
  }

  /** Reads a request that came as JSON. */
  public static GraphQLRequest of(Object json) {
    if (json instanceof List) {
      throw RequestRejectedException.malformed("the body is a list; batches are not taken, send one request at a time");
    }
    if (!(json instanceof Map<?, ?> request)) {
      throw RequestRejectedException.malformed("the body must be a JSON object with a query");
    }
    return new GraphQLRequest(text(request, "query"), text(request, "documentId"), text(request, "operationName"),
        object(request, "variables"), object(request, "extensions")).checked();
  }

  /** Reads the parameters of a GET. */
  public static GraphQLRequest ofParameters(MultiMap parameters) {
    return new GraphQLRequest(one(parameters, "query"), one(parameters, "documentId"), one(parameters, "operationName"),
        object(parameters, "variables"), object(parameters, "extensions")).checked();
  }

  private GraphQLRequest checked() {
    if (query == null && documentId == null && persistedHash() == null) {
      throw RequestRejectedException.malformed("query: must be given, or the documentId of a persisted one");
    }
    if (query != null && documentId != null) {
      throw RequestRejectedException.malformed("documentId: must not be given together with query");
    }
    return this;
  }

  /** The hash in Apollo's {@code extensions.persistedQuery}, or null. */
  public String persistedHash() {
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

  /** Parses JSON; {@code name} is what an error calls it. */
  public static Object json(String name, String text) {
    return json(name, new StringReader(text));
  }

  private static Object json(String name, Reader text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw RequestRejectedException.malformed(name + " is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("it is broken"));
    } catch (CharacterCodingException e) {
      throw notUtf8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static RequestRejectedException notUtf8() {
    return RequestRejectedException.malformed("the body is not UTF-8");
  }

  private static String text(Map<?, ?> request, String name) {
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
    String value = one(parameters, name);
    return value == null || value.isEmpty() ? Map.of() : object(Map.of(name, orNothing(json(name, value))), name);
  }

  private static Object orNothing(Object value) {
    return value == null ? Map.of() : value;
  }

  private static String one(MultiMap parameters, String name) {
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw RequestRejectedException.malformed(name + ": must be given once");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
