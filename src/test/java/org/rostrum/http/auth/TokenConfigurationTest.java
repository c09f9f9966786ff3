package org.rostrum.http.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of its token settings when it starts. */
class TokenConfigurationTest {

    private static final String LOCATION = "mp.jwt.verify.publickey.location";

    @TempDir
    Path directory;

    private Path publicKey;
    private Path privateKey;
    private Path curveKey;
    private final StringBuilder log = new StringBuilder();

    @BeforeEach
    void keys() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        publicKey = pem("public.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
        privateKey = pem("private.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
        curveKey = pem(
                "curve.pem", "PUBLIC KEY", curve.generateKeyPair().getPublic().getEncoded());
    }

    private Path pem(String file, String label, byte[] key) throws Exception {
        return Files.writeString(
                directory.resolve(file),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + label
                        + "-----\n");
    }

    private TokenVerifier check(Map<String, String> settings) {
        JWTAuthContextInfo platform = new JWTAuthContextInfo();
        platform.setIssuedBy(settings.get("mp.jwt.verify.issuer"));
        platform.setExpectedAudience(
                settings.containsKey("mp.jwt.verify.audiences")
                        ? Set.of(settings.get("mp.jwt.verify.audiences"))
                        : null);
        if (settings.containsKey("mp.jwt.verify.publickey.algorithm")) {
            platform.setSignatureAlgorithm(
                    Set.of(SignatureAlgorithm.valueOf(settings.get("mp.jwt.verify.publickey.algorithm"))));
        }
        log.setLength(0);
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.append(line instanceof ExtLogRecord ext ? ext.getFormattedMessage() : line.getMessage())
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(TokenConfiguration.class.getName());
        logger.addHandler(handler);
        try {
            return new TokenConfiguration(
                            new SmallRyeConfigBuilder()
                                    .withSources(new PropertiesConfigSource(settings, "test", 100))
                                    .build(),
                            () -> platform)
                    .createVerifier()
                    .orElse(null);
        } finally {
            logger.removeHandler(handler);
        }
    }

    /** The one line with which the start ends. */
    private String refused(String setting, String value, String... more) {
        Map<String, String> settings =
                new HashMap<>(Map.of(setting, value, "mp.jwt.verify.issuer", "https://login.example"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        String line =
                assertThrows(IllegalStateException.class, () -> check(settings)).getMessage();
        assertTrue(line.startsWith(setting), line);
        assertEquals(1, line.lines().count(), line);
        return line;
    }

    @Test
    void aKeyThatCannotWorkEndsTheStart() throws Exception {
        assertTrue(refused(LOCATION, directory.resolve("missing.pem").toString())
                .endsWith("missing.pem: the key cannot be read (there is no such file)"));
        assertTrue(refused(LOCATION, directory.resolve("missing.pem").toUri().toString())
                .contains("there is no such file"));
        assertTrue(refused(LOCATION, privateKey.toString()).contains("the key is a private key"));
        assertTrue(refused(
                        LOCATION,
                        Files.writeString(directory.resolve("x.pem"), "nonsense!")
                                .toString())
                .contains("neither PEM nor a JWKS"));
        assertTrue(refused(
                        LOCATION,
                        Files.writeString(directory.resolve("x.json"), "{\"keys\": []}")
                                .toString())
                .contains("without a key"));
        assertTrue(refused(LOCATION, directory.toString()).contains("cannot be read"));
        assertTrue(refused(LOCATION, curveKey.toString())
                .contains("set mp.jwt.verify.publickey.algorithm to what the tokens are signed with, such as ES256"));
        assertTrue(refused(LOCATION, "classpath:nothing/here").contains("there is no such resource"));
        String inline = refused("mp.jwt.verify.publickey", Files.readString(privateKey));
        assertTrue(inline.contains("is a private key") && !inline.contains("MII"), "the key itself is not shown");
        assertTrue(refused("rostrum.tokens.key-refresh", "PT0.1S", LOCATION, publicKey.toString())
                .contains("must be 1s or more"));
    }

    @Test
    void aKeyThatWorksIsTakenAndWhatIsMissingIsTold() {
        assertNull(check(Map.of()), "no key at all: nobody can write");
        assertNull(check(Map.of(LOCATION, "NONE")));
        Map<String, String> whole = Map.of(
                LOCATION,
                publicKey.toString(),
                "mp.jwt.verify.issuer",
                "https://login.example",
                "mp.jwt.verify.audiences",
                "rostrum");
        assertNotNull(check(whole));
        assertEquals("", log.toString());
        assertNotNull(check(Map.of(LOCATION, publicKey.toUri().toString())));
        assertEquals(
                "mp.jwt.verify.issuer, mp.jwt.verify.audiences: not set, so every token that the key signed is trusted, whoever issued it"
                        + " for whatever use\n",
                log.toString());
        assertNotNull(check(Map.of(
                LOCATION,
                curveKey.toString(),
                "mp.jwt.verify.publickey.algorithm",
                "ES256",
                "mp.jwt.verify.issuer",
                "x")));
        assertEquals("", log.toString());
    }

    @Test
    void aUrlThatDoesNotAnswerIsAWarningAndOneThatAnswersOtherThingsEndsTheStart() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/news";
        server.createContext("/", exchange -> {
            byte[] body = "{\"realm\": \"news\"}".getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            assertTrue(refused(LOCATION, url).contains("neither a JWKS"));
        } finally {
            server.stop(0);
        }
        assertNotNull(check(Map.of(LOCATION, url, "mp.jwt.verify.issuer", "i", "mp.jwt.verify.audiences", "a")));
        List<String> lines = log.toString().lines().toList();
        assertEquals(1, lines.size(), log::toString);
        assertTrue(lines.get(0).startsWith(LOCATION + "=" + url + ": the key cannot be read"), log::toString);
        assertTrue(lines.get(0).endsWith("tried again when a token comes"), log::toString);
    }
}
