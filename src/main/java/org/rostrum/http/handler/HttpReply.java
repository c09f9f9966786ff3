package org.rostrum.http.handler;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.operation.PreparedOperation;

/** How a request over HTTP is answered. */
sealed interface HttpReply {

    /**
     * With one response.
     *
     * @param status the HTTP status
     * @param mediaType the body's media type
     * @param body the body
     * @param entityTag the value of {@code ETag}, for a response that caches may keep
     * @param gzip whether the body is compressed
     */
    record SingleResponse(
            int status, ContentNegotiation mediaType, Buffer body, Optional<String> entityTag, boolean gzip)
            implements HttpReply {}

    /** With an event stream, in which the operation is yet to be run. */
    record EventStream(PreparedOperation operation) implements HttpReply {}
}
