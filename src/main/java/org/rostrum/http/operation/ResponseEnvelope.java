package org.rostrum.http.operation;

import graphql.GraphQLError;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.json.JsonBuffer;

/** Encodes responses as JSON: {@code errors}, {@code data} and {@code extensions} (GraphQL specification, 7.1). */
public final class ResponseEnvelope {

    /** Initial capacity in bytes, the data aside. */
    private static final int CAPACITY = 200;

    private ResponseEnvelope() {}

    /**
     * Encodes a response, with the operation's cost in its extensions.
     *
     * @param maxCost the limit of the cost, in records
     */
    public static JsonBuffer encode(EngineResult result, int maxCost) {
        return encode(result, maxCost, null);
    }

    /**
     * Encodes the response for an event of a subscription.
     *
     * @param cursor where to resume after the event; null for a response to no event
     */
    public static JsonBuffer encode(EngineResult result, int maxCost, @Nullable String cursor) {
        JsonBuffer json = new JsonBuffer(CAPACITY + (result.data() == null ? 0 : result.data().length));
        char separator = '{';
        if (!result.errors().isEmpty()) {
            json.raw(separator).string("errors").raw(':');
            errors(json, result.errors());
            separator = ',';
        }
        if (result.data() != null) {
            json.raw(separator).string("data").raw(':').raw(result.data());
            separator = ',';
        }
        if (result.cost() != null || cursor != null) {
            json.raw(separator).string("extensions").raw(':');
            extensions(json, result, maxCost, cursor);
        }
        return json.raw('}');
    }

    /** Encodes a response that is errors only. */
    public static JsonBuffer encodeErrors(List<? extends GraphQLError> errors) {
        return encode(EngineResult.rejected(errors), 0);
    }

    private static void extensions(JsonBuffer json, EngineResult result, int maxCost, @Nullable String cursor) {
        char separator = '{';
        if (result.cost() != null) {
            json.raw(separator)
                    .string("cost")
                    .raw(':')
                    .raw('{')
                    .string("requested")
                    .raw(':')
                    .value(result.cost())
                    .raw(',')
                    .string("limit")
                    .raw(':')
                    .number(maxCost)
                    .raw('}');
            separator = ',';
        }
        if (cursor != null) {
            json.raw(separator).string("cursor").raw(':').string(cursor);
            separator = ',';
        }
        if (result.plan() != null) {
            json.raw(separator).string("plan").raw(':').value(result.plan());
        }
        json.raw('}');
    }

    /** Writes a list of errors. */
    public static void errors(JsonBuffer json, List<? extends GraphQLError> errors) {
        json.value(errors.stream().map(GraphQLError::toSpecification).toList());
    }

    /** The JSON for sending, not copied; nothing may be written to it any more. */
    @SuppressWarnings("deprecation") // no other way to send bytes without a copy
    public static Buffer toBuffer(JsonBuffer json) {
        return Buffer.buffer(Unpooled.wrappedBuffer(json.array(), 0, json.length()));
    }
}
