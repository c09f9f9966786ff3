package org.rostrum.api;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Mainstream clients work unchanged, as front ends use them: each in its default configuration, in a page of another
 * origin, in a browser. A page whose origin is not listed gets nothing and writes nothing, whichever client it uses.
 */
@QuarkusTest
@TestProfile(BrowserClientsTest.ListedPages.class)
class BrowserClientsTest extends ApiTest {

    private static final int CLAIMS = 5;

    /**
     * The pages' origins: to a browser, the first is of another site than the server's address, the second of the same.
     */
    public static class ListedPages implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = freePort();
            return Map.of("rostrum.cors.origins", "http://localhost:" + port + ",http://127.0.0.1:" + port);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestHTTPResource("/graphql")
    URL url;

    @ConfigProperty(name = "rostrum.cors.origins")
    String origins;

    @Test
    void clientsWorkInPagesOfListedOriginsOnly() throws Exception {
        NpmPackages.install();
        Path chromium = NpmPackages.chromium();
        NpmPackages.test(
                "browser",
                Map.of(
                        "ROSTRUM_URL", "http://127.0.0.1:" + url.getPort() + url.getPath(),
                        "ROSTRUM_TOKEN", token("reviewer"),
                        "ROSTRUM_ARTICLE", articleWithClaims(CLAIMS).get(0),
                        "ROSTRUM_ORIGINS", origins,
                        "ROSTRUM_CHROMIUM", chromium.toString()));
    }
}
