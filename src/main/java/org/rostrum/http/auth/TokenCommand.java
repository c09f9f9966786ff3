package org.rostrum.http.auth;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.rostrum.graph.request.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/**
 * The command that makes a bearer token to try a server with: signs it with a key pair of its own, which it makes where there is none,
 * prints the token alone to the standard output, and to the other one what to start the server with.
 *
 * <p>{@code docs/tokens.md} shows how to run it.
 */
@Command(name = "token", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Makes a bearer token to try a server with, and the key pair that signs it where there is none.")
public final class TokenCommand implements Callable<Integer> {

  private static final String PRIVATE = "private.pem";
  private static final String PUBLIC = "public.pem";
  private static final int BITS = 2048;
  private static final Duration LONGEST = Duration.ofDays(3_650);

  private final PrintStream out;
  private final PrintStream err;

  @Spec
  private CommandSpec spec;
  @Option(names = "--name", paramLabel = "NAME", defaultValue = "${sys:user.name:-tester}",
      description = "Who holds it; kept with what is written with it. Default: ${DEFAULT-VALUE}")
  private String name;
  @Option(names = "--roles", paramLabel = "ROLE", split = ",", defaultValue = Roles.CONTRIBUTOR,
      description = "What the holder may do: contributor, reviewer. Default: ${DEFAULT-VALUE}")
  private List<String> roles;
  @Option(names = "--days", paramLabel = "N", description = "How many days it is valid; 1 without --hours")
  private Integer days;
  @Option(names = "--hours", paramLabel = "N", description = "How many hours it is valid, beside the days")
  private Integer hours;
  @Option(names = "--issuer", paramLabel = "TEXT", defaultValue = "https://rostrum.localhost",
      description = "Who issues it. Default: ${DEFAULT-VALUE}")
  private String issuer;
  @Option(names = "--audience", paramLabel = "TEXT", defaultValue = "rostrum", description = "Whom it is for. Default: ${DEFAULT-VALUE}")
  private String audience;
  @Option(names = "--keys", paramLabel = "DIRECTORY", defaultValue = "${sys:user.home}/.rostrum/keys",
      description = "Where " + PRIVATE + " and " + PUBLIC + " lie or are made. Default: ${DEFAULT-VALUE}")
  private Path keys;

  private TokenCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command.
   *
   * @param out where the token goes, and nothing else
   * @param err where all the rest goes
   * @return 0; 1 when the keys cannot be read or made; 2 when the arguments are wrong
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return new CommandLine(new TokenCommand(out, err)).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8)).execute(arguments);
  }

  @Override
  public Integer call() {
    Duration valid = checked();
    try {
      PrivateKey key = privateKey();
      Instant until = Instant.now().plus(valid).truncatedTo(ChronoUnit.SECONDS);
      PublicKey other = publicKey(key);
      String algorithm = new VerificationKey(null, null, other).usual();
      String token = signed(key, algorithm, until);
      check(token, other);
      out.println(token);
      err.println("The token of " + name + " with the roles " + String.join(", ", roles) + ", valid until " + until + ".");
      err.println("Start the server with these settings:");
      err.println("  MP_JWT_VERIFY_PUBLICKEY_LOCATION=" + keys.resolve(PUBLIC).toAbsolutePath().normalize());
      err.println("  MP_JWT_VERIFY_ISSUER=" + issuer);
      err.println("  MP_JWT_VERIFY_AUDIENCES=" + audience);
      if (!algorithm.equals("RS256")) {
        err.println("  MP_JWT_VERIFY_PUBLICKEY_ALGORITHM=" + algorithm);
      }
      return 0;
    } catch (IOException | GeneralSecurityException | JoseException | IllegalArgumentException e) {
      err.println(keys + ": " + (e instanceof IOException ? "the keys cannot be read or made (" + e.getMessage() + ")" : e.getMessage()));
      return 1;
    }
  }

  /** How long the token is to be valid. */
  private Duration checked() {
    require("--name", name);
    require("--issuer", issuer);
    require("--audience", audience);
    roles.forEach(role -> require("--roles", role));
    roles = List.copyOf(new LinkedHashSet<>(roles));
    Duration valid = Duration.ofHours(hours == null ? 0 : hours).plusDays(days == null ? hours == null ? 1 : 0 : days);
    if (days != null && days < 0 || hours != null && hours < 0 || valid.isZero() || valid.compareTo(LONGEST) > 0) {
      throw new ParameterException(spec.commandLine(), "--days, --hours: must be from 1 hour to " + LONGEST.toDays() + " days together");
    }
    return valid;
  }

  private void require(String option, String value) {
    if (value.isBlank() || value.codePoints().anyMatch(TokenVerifier::isControl)) {
      throw new ParameterException(spec.commandLine(), option + ": must be text that is not empty, without control characters");
    }
  }

  private String signed(PrivateKey key, String algorithm, Instant until) throws JoseException {
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

  /** Two files may lie there that do not belong together. */
  private static void check(String token, PublicKey key) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(token);
    signature.setKey(key);
    if (!signature.verifySignature()) {
      throw new IllegalArgumentException(PUBLIC + " is not the public key of " + PRIVATE);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    Path file = keys.resolve(PRIVATE);
    if (Files.exists(file)) {
      return read(Files.readString(file));
    }
    if (Files.exists(keys.resolve(PUBLIC))) {
      throw new IllegalArgumentException("has " + PUBLIC + " but no " + PRIVATE + "; nothing is overwritten");
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    PrivateKey made = generator.generateKeyPair().getPrivate();
    Files.createDirectories(keys);
    write(file, "PRIVATE KEY", made.getEncoded(), true);
    err.println("Made a key pair in " + keys.toAbsolutePath().normalize());
    return made;
  }

  private static PrivateKey read(String pem) throws GeneralSecurityException {
    if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
      throw new IllegalArgumentException(PRIVATE + " is no private key in PKCS#8; convert it (openssl pkcs8 -topk8 -nocrypt -in old.pem"
          + " -out " + PRIVATE + ")");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
    for (String kind : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException e) {
        // Of another kind.
      }
    }
    throw new IllegalArgumentException(PRIVATE + " cannot be read as a key of RSA, of an elliptic curve or of EdDSA");
  }

  /** The public key in the directory; of RSA it is made from the private one where it is missing. */
  private PublicKey publicKey(PrivateKey key) throws IOException, GeneralSecurityException {
    Path file = keys.resolve(PUBLIC);
    if (!Files.exists(file)) {
      if (!(key instanceof RSAPrivateCrtKey pair)) {
        throw new IllegalArgumentException("has no " + PUBLIC + " (openssl pkey -in " + PRIVATE + " -pubout -out " + PUBLIC + ")");
      }
      PublicKey made = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(pair.getModulus(), pair.getPublicExponent()));
      write(file, "PUBLIC KEY", made.getEncoded(), false);
      return made;
    }
    try {
      return (PublicKey) KeyParser.parse(Files.readString(file)).get(0).key();
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new IllegalArgumentException(PUBLIC + ": the key " + e.getMessage(), e);
    }
  }

  private static void write(Path file, String label, byte[] key, boolean secret) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"))}
        : new FileAttribute<?>[0];
    try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      String pem = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
      channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
