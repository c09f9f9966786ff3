package org.rostrum.http.handler;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Disables features of the platform's transports and metrics for which there is no setting. */
@ApplicationScoped
public class PlatformTransports implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        disableMessageCompression(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        disableMessageCompression(options);
    }

    /**
     * A compressed websocket message is inflated completely before its size is checked: 64 KiB may become 64 MiB. And
     * the messages of a connection share a compression window, through which the length of one reveals the content of
     * another.
     */
    private static void disableMessageCompression(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false);
    }

    /**
     * Quarkus 3.34.1 registers this gauge for each of its two thread groups under one name, which logs a warning at
     * every start (https://github.com/quarkusio/quarkus/issues/52014); the gauge shows the first group only.
     */
    @Produces
    @Singleton
    static MeterFilter denyDuplicateGauge() {
        return MeterFilter.denyNameStartsWith("netty.eventexecutor.workers");
    }
}
