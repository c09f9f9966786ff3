package org.rostrum.http.handler;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Logs the server's URLs at start-up. */
@ApplicationScoped
public class ServerAddress {

    private static final Logger LOG = Logger.getLogger("rostrum.server");

    private final boolean graphiql;
    private final String host;
    private final int port;

    ServerAddress(
            @ConfigProperty(name = "rostrum.graphiql") boolean graphiql,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.graphiql = graphiql;
        this.host = host;
        this.port = port;
    }

    void onStart(@Observes StartupEvent event) {
        String address = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        LOG.infof(
                "GraphQL at %s%s%s",
                address, GraphQLRoutes.PATH, graphiql ? ", GraphiQL at " + address + GraphiQLPage.PATH : "");
    }
}
