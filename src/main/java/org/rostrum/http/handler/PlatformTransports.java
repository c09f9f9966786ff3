package org.rostrum.http.handler;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is switched off in the platform's transports, because there is no setting for it. */
@ApplicationScoped
public class PlatformTransports implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    withoutCompressedMessages(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    withoutCompressedMessages(options);
  }

  /**
   * A compressed message over a websocket is inflated as a whole before its size is looked at: 64 KiB may be 64 MiB. And one
   * connection's messages share a window, through which the length of one tells about another.
   */
  private static void withoutCompressedMessages(HttpServerOptions options) {
    options.setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false);
  }

  /**
   * Quarkus 3.34.1 registers this gauge once for each of its two groups of threads under one name, and is warned of the
   * second at every start (https://github.com/quarkusio/quarkus/issues/52014). What it shows is the first group's only.
   */
  @Produces
  @Singleton
  static MeterFilter withoutGaugeOfTwoThings() {
    return MeterFilter.denyNameStartsWith("netty.eventexecutor.workers");
  }
}
