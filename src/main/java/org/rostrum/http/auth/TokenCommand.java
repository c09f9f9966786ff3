package org.rostrum.http.auth;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.request.Roles;
import org.rostrum.http.auth.key.KeyPairFiles;
import org.rostrum.http.auth.key.VerificationKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code token}: makes a bearer token for trying a server, signed with a key pair that it makes where there
 * is none. It prints the token alone to the standard output, and the settings to start the server with to the standard
 * error. {@code docs/tokens.md} shows how to run it.
 */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes a bearer token to try a server with, and the key pair that signs it where there is none.")
public final class TokenCommand implements Callable<Integer> {

    private static final Duration MAX_LIFETIME = Duration.ofDays(3_650);

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name:-tester}",
            description = "Who holds it; kept with what is written with it. Default: ${DEFAULT-VALUE}")
    private String name;

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            defaultValue = Roles.CONTRIBUTOR,
            description = "What the holder may do: contributor, reviewer. Default: ${DEFAULT-VALUE}")
    private List<String> roles;

    @Option(names = "--days", paramLabel = "N", description = "How many days it is valid; 1 without --hours")
    private @Nullable Integer days;

    @Option(names = "--hours", paramLabel = "N", description = "How many hours it is valid, beside the days")
    private @Nullable Integer hours;

    @Option(
            names = "--issuer",
            paramLabel = "TEXT",
            defaultValue = "https://rostrum.localhost",
            description = "Who issues it. Default: ${DEFAULT-VALUE}")
    private String issuer;

    @Option(
            names = "--audience",
            paramLabel = "TEXT",
            defaultValue = "rostrum",
            description = "Whom it is for. Default: ${DEFAULT-VALUE}")
    private String audience;

    @Option(
            names = "--keys",
            paramLabel = "DIRECTORY",
            defaultValue = "${sys:user.home}/.rostrum/keys",
            description = "Where " + KeyPairFiles.PRIVATE + " and " + KeyPairFiles.PUBLIC
                    + " lie or are made. Default: ${DEFAULT-VALUE}")
    private Path keys;

    // picocli sets the specification, and the options that have a default value, before it calls call().
    @SuppressWarnings("NullAway.Init")
    private TokenCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param out gets the token, and nothing else
     * @param err gets all other output
     * @return 0; 1 when the keys cannot be read or made; 2 when the arguments are wrong
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new CommandLine(new TokenCommand(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        Duration lifetime = validatedLifetime();
        KeyPairFiles files = new KeyPairFiles(keys);
        try {
            if (files.createIfMissing()) {
                err.println("Made a key pair in " + keys.toAbsolutePath().normalize());
            }
            PrivateKey privateKey = files.privateKey();
            PublicKey publicKey = files.publicKey(privateKey);
            Instant until = Instant.now().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
            String algorithm = new VerificationKey(null, null, publicKey).commonAlgorithm();
            String token = sign(privateKey, algorithm, until);
            checkKeysMatch(token, publicKey);
            out.println(token);
            err.println("The token of " + name + " with the roles " + String.join(", ", roles) + ", valid until "
                    + until + ".");
            err.println("Start the server with these settings:");
            err.println("  MP_JWT_VERIFY_PUBLICKEY_LOCATION=" + files.publicFile());
            err.println("  MP_JWT_VERIFY_ISSUER=" + issuer);
            err.println("  MP_JWT_VERIFY_AUDIENCES=" + audience);
            if (!algorithm.equals("RS256")) {
                err.println("  MP_JWT_VERIFY_PUBLICKEY_ALGORITHM=" + algorithm);
            }
            return 0;
        } catch (IOException | GeneralSecurityException | JoseException | IllegalArgumentException e) {
            err.println(keys + ": "
                    + (e instanceof IOException
                            ? "the keys cannot be read or made (" + e.getMessage() + ")"
                            : e.getMessage()));
            return 1;
        }
    }

    /** How long the token is valid; all other options are validated as well. */
    private Duration validatedLifetime() {
        require("--name", name);
        require("--issuer", issuer);
        require("--audience", audience);
        roles.forEach(role -> require("--roles", role));
        roles = List.copyOf(new LinkedHashSet<>(roles));
        Duration lifetime =
                Duration.ofHours(hours == null ? 0 : hours).plusDays(days == null ? hours == null ? 1 : 0 : days);
        if (days != null && days < 0
                || hours != null && hours < 0
                || lifetime.isZero()
                || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--days, --hours: must be from 1 hour to " + MAX_LIFETIME.toDays() + " days together");
        }
        return lifetime;
    }

    private void require(String option, String value) {
        if (value.isBlank() || TokenClaims.hasControlCharacters(value)) {
            throw new ParameterException(
                    spec.commandLine(), option + ": must be text that is not empty, without control characters");
        }
    }

    private String sign(PrivateKey key, String algorithm, Instant until) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(name);
        claims.setClaim("upn", name);
        claims.setStringListClaim("groups", roles);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(until.getEpochSecond()));
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    /** The two files may belong to different key pairs. */
    private static void checkKeysMatch(String token, PublicKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        signature.setKey(key);
        if (!signature.verifySignature()) {
            throw new IllegalArgumentException(
                    KeyPairFiles.PUBLIC + " is not the public key of " + KeyPairFiles.PRIVATE);
        }
    }
}
