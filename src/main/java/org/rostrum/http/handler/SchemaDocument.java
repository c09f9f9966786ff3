package org.rostrum.http.handler;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.engine.Engine;
import org.rostrum.http.request.HttpStatus;

/**
 * Serves the schema as text. The platform's own document, which this replaces, has directives and scalars that are not
 * served.
 */
@ApplicationScoped
public class SchemaDocument {

    private static final String PATH = "/graphql/schema.graphql";
    /** Before the platform's route. */
    private static final int FIRST = -1_000;

    private final Engine engine;
    private final boolean introspection;

    SchemaDocument(Engine engine, @ConfigProperty(name = "rostrum.introspection") boolean introspection) {
        this.engine = engine;
        this.introspection = introspection;
    }

    void register(@Observes Router router) {
        if (!introspection) {
            router.route(PATH)
                    .order(FIRST)
                    .handler(request -> request.response()
                            .setStatusCode(HttpStatus.NOT_FOUND)
                            .end());
            return;
        }
        String schema = engine.schemaText();
        router.get(PATH)
                .order(FIRST)
                .handler(request -> request.response()
                        .putHeader("Content-Type", "application/graphql; charset=UTF-8")
                        .end(schema));
    }
}
