package org.rostrum.http.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.http.auth.key.KeySource;
import org.rostrum.http.auth.key.VerificationKeys;

class TokenCommandTest {

    @TempDir
    Path directory;

    private String out;
    private String err;

    private int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--keys")) {
            all.addAll(List.of("--keys", directory.toString()));
        }
        int code = TokenCommand.run(
                all.toArray(String[]::new),
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** What a server started with the printed settings makes of the printed token. */
    private VerifiedToken verified() throws Exception {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setIssuedBy(setting("MP_JWT_VERIFY_ISSUER"));
        settings.setExpectedAudience(Set.of(setting("MP_JWT_VERIFY_AUDIENCES")));
        if (err.contains("_ALGORITHM=")) {
            settings.setSignatureAlgorithm(
                    Set.of(SignatureAlgorithm.valueOf(setting("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM"))));
        }
        VerificationKeys keys = new VerificationKeys(
                "the key",
                KeySource.at(setting("MP_JWT_VERIFY_PUBLICKEY_LOCATION"), settings),
                new VerificationKeys.Timing(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO));
        return new TokenVerifier(settings, Optional.of(keys), new RoleClaims(List.of("groups"), Map.of()))
                .verify(out.strip());
    }

    private String setting(String name) {
        return err.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .map(line -> line.substring(name.length() + 1))
                .orElseThrow(() -> new AssertionError(name + " in " + err));
    }

    @Test
    void aTokenIsMadeWithItsKeysAndTheSettingsThatTakeIt() throws Exception {
        assertEquals(
                0,
                run("--name", "Ada Łovelace", "--roles", "contributor,reviewer", "--days", "2", "--hours", "3"),
                () -> err);
        assertEquals(1, out.lines().count(), "the token alone, so that it can be piped");
        VerifiedToken token = verified();
        assertEquals("Ada Łovelace", token.name());
        assertEquals(Set.of("contributor", "reviewer"), token.roles());
        assertEquals(51 * 3_600 + 60, token.validUntil() - Instant.now().getEpochSecond(), 60);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("private.pem"))));
        String key = Files.readString(directory.resolve("public.pem"));
        String first = out;
        assertEquals(0, run("--issuer", "https://me.example", "--audience", "other"), () -> err);
        assertEquals(Set.of("contributor"), verified().roles());
        assertEquals(key, Files.readString(directory.resolve("public.pem")), "the keys are kept");
        assertFalse(first.equals(out));
    }

    @Test
    void keysOfOpensslAreTaken() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        write("private.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        assertEquals(1, run());
        assertTrue(err.contains("has no public.pem"), err);
        write(
                "public.pem",
                "PUBLIC KEY",
                generator.generateKeyPair().getPublic().getEncoded());
        assertEquals(1, run());
        assertTrue(err.contains("is not the public key of"), err);
        write("public.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
        assertEquals(0, run("--name", "e"), () -> err);
        assertEquals("ES256", setting("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM"));
        assertEquals("e", verified().name());
    }

    private void write(String file, String label, byte[] key) throws Exception {
        Files.writeString(
                directory.resolve(file),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + label
                        + "-----\n");
    }

    @Test
    void mistakesAreToldAndNothingIsOverwritten() throws Exception {
        for (String[] wrong : new String[][] {
            {"--days", "0"},
            {"--days", "-1"},
            {"--hours", "x"},
            {"--days", "4000"},
            {"--name", " "},
            {"--name", "a\u0000"},
            {"--nonsense"},
            {"--roles", ""}
        }) {
            assertEquals(2, run(wrong), String.join(" ", wrong));
            assertEquals("", out);
            assertTrue(err.contains("Usage:") && err.contains("--"), err);
        }
        Files.writeString(directory.resolve("public.pem"), "mine");
        assertEquals(1, run());
        assertTrue(err.contains("nothing is overwritten"), err);
        Files.writeString(
                directory.resolve("private.pem"),
                "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----");
        assertEquals(1, run());
        assertTrue(err.contains("convert it"), err);
        assertEquals(1, run("--keys", "/dev/null/keys"));
        assertTrue(err.contains("cannot be read or made"), err);
        assertEquals(0, run("--help"));
        assertTrue(out.contains("--audience"), out);
    }
}
