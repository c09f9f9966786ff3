package org.rostrum.http.auth;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A login server's JWKS: GET {@code /certs} gives what was PUT there last, and 503 as long as nothing, or nothing at
 * all, was. GET {@code /count} gives how often it was asked for.
 */
public class KeyServer implements QuarkusTestResourceLifecycleManager {

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile byte[] body = {};
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/certs", exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                body = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
            } else {
                count.incrementAndGet();
                byte[] sent = body;
                exchange.sendResponseHeaders(sent.length == 0 ? 503 : 200, sent.length == 0 ? -1 : sent.length);
                exchange.getResponseBody().write(sent);
            }
            exchange.close();
        });
        server.createContext("/count", exchange -> {
            byte[] number = String.valueOf(count).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, number.length);
            exchange.getResponseBody().write(number);
            exchange.close();
        });
        server.start();
        return Map.of("test.certs", "http://127.0.0.1:" + server.getAddress().getPort() + "/certs");
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdown();
    }
}
