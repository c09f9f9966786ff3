package org.rostrum.http.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.docs.CodeBlock;

/** A server whose key is a PEM file: what docs/tokens.md says to do, done; and the file is replaced while it runs. */
@QuarkusTest
@TestProfile(TokensPageTest.PemFile.class)
class TokensPageTest {

    private static final Path SERVED = Path.of("target/token-keys").toAbsolutePath();
    private static final String DELETE =
            "mutation { deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } }";
    private static final Pattern COMMAND = Pattern.compile("quarkus-run\\.jar token ([^\n)]*)");

    @TempDir
    Path directory;

    /** A server that was started with the settings of the page. */
    public static class PemFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                // What an earlier run left: its last public key is not the private one's.
                Files.deleteIfExists(SERVED.resolve("public.pem"));
                Files.deleteIfExists(SERVED.resolve("private.pem"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Made.in(SERVED, "--hours", "1");
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    SERVED.resolve("public.pem").toString(),
                    "mp.jwt.verify.issuer",
                    "https://rostrum.localhost",
                    "mp.jwt.verify.audiences",
                    "rostrum",
                    "rostrum.tokens.key-refresh",
                    "1s");
        }
    }

    /** What the command printed. */
    private record Made(String token, String settings) {

        static Made in(Path keys, String... arguments) {
            return of(keys, List.of(arguments));
        }

        static Made of(Path keys, List<String> arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            List<String> all = new java.util.ArrayList<>(arguments);
            all.addAll(List.of("--keys", keys.toString()));
            assertEquals(
                    0,
                    TokenCommand.run(
                            all.toArray(String[]::new),
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8)),
                    err::toString);
            return new Made(out.toString(StandardCharsets.UTF_8).strip(), err.toString(StandardCharsets.UTF_8));
        }
    }

    private static ValidatableResponse post(String token) {
        return given().contentType(ContentType.JSON)
                .header("Accept", "application/graphql-response+json")
                .auth()
                .oauth2(token)
                .body(Map.of("query", DELETE))
                .post("/graphql")
                .then();
    }

    private static void serve(String text) throws IOException {
        Path next = Files.writeString(SERVED.resolve("next.pem"), text);
        Files.move(
                next,
                SERVED.resolve("public.pem"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void serve(Path keys) throws IOException {
        serve(Files.readString(keys.resolve("public.pem")));
    }

    /** No reading of one test makes another one wait. */
    @BeforeEach
    void rest() throws InterruptedException {
        Thread.sleep(1_100);
    }

    /** The commands of a section's blocks, one block a text. */
    private static List<String> blocks(String section) throws IOException {
        return CodeBlock.of(Path.of("docs/tokens.md")).stream()
                .filter(block -> block.section().equals(section))
                .map(CodeBlock::text)
                .toList();
    }

    private String bash(Path where, String commands, Map<String, String> environment) throws Exception {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euc", commands)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> commands + "\n" + output);
        return Files.readString(output);
    }

    @Test
    void theStepsWithOpensslLeadToAWrite() throws Exception {
        List<String> blocks = blocks("With openssl and PEM files");
        bash(directory, blocks.get(0), Map.of());
        Matcher command = COMMAND.matcher(blocks.get(1));
        assertTrue(command.find(), blocks.get(1));
        List<String> arguments = List.of(command.group(1).split(" "));
        Made made = Made.of(directory.resolve("keys"), arguments.subList(2, arguments.size()));
        assertEquals(List.of("--keys", "keys"), arguments.subList(0, 2));
        for (String setting :
                List.of("MP_JWT_VERIFY_ISSUER=https://rostrum.localhost", "MP_JWT_VERIFY_AUDIENCES=rostrum")) {
            assertTrue(made.settings.contains(setting) && blocks.get(2).contains(setting), setting);
        }
        serve(directory.resolve("keys"));
        String curl = blocks.get(3).replace("127.0.0.1:8080", "127.0.0.1:" + RestAssured.port);
        JsonPath answer = new JsonPath(bash(directory, curl, Map.of("TOKEN", made.token)));
        assertEquals("ada", answer.getString("data.recordActor.actor.recordedBy"), answer::prettify);
    }

    @Test
    void theOtherCommandsOfThePageAreUnderstood() throws Exception {
        Matcher command = COMMAND.matcher(blocks("A token to try things with").get(0));
        assertTrue(command.find());
        assertTrue(Made.of(directory, List.of(command.group(1).split(" ")))
                .settings
                .contains("contributor, reviewer"));
        Path curve = Files.createDirectories(directory.resolve("curve/keys"));
        Matcher openssl = Pattern.compile("`(openssl genpkey -algorithm EC [^`]*)`")
                .matcher(Files.readString(Path.of("docs/tokens.md")));
        assertTrue(openssl.find());
        bash(
                curve.getParent(),
                openssl.group(1) + "\nopenssl pkey -in keys/private.pem -pubout -out keys/public.pem",
                Map.of());
        assertTrue(Made.in(curve).settings.contains("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM=ES256"));
    }

    @Test
    void aFileThatIsReplacedCountsWithoutARestart() throws Exception {
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");
        Made old = Made.in(one, "--roles", "reviewer");
        Made young = Made.in(other, "--roles", "reviewer");
        serve(one);
        post(old.token).statusCode(200).body("data.deleteArticle.userErrors[0].code", is("NOT_FOUND"));
        post(young.token).statusCode(401).body("errors[0].message", containsString("signature that does not fit"));
        // Both for a while, then the new one alone.
        serve(Files.readString(one.resolve("public.pem")) + Files.readString(other.resolve("public.pem")));
        post(young.token).statusCode(200);
        post(old.token).statusCode(200);
        serve(other);
        post(young.token).statusCode(200);
        post(old.token).statusCode(401);
        // What cannot be read changes nothing, and no token waits for it.
        serve("-----BEGIN PUBLIC KEY-----\nMIIB");
        post(young.token).statusCode(200);
        Files.delete(SERVED.resolve("public.pem"));
        post(young.token).statusCode(200);
        post(old.token).statusCode(401);
        serve(one);
        post(old.token).statusCode(200);
    }
}
