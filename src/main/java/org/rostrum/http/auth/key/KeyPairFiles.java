package org.rostrum.http.auth.key;

import java.io.IOException;
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
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A key pair in two PEM files of one directory. Its IllegalArgumentExceptions say what is wrong with the files'
 * contents.
 */
public final class KeyPairFiles {

    public static final String PRIVATE = "private.pem";
    public static final String PUBLIC = "public.pem";
    private static final int RSA_BITS = 2048;
    private static final int PEM_LINE_LENGTH = 64;

    private final Path directory;

    /** @param directory where the two files are or will be */
    public KeyPairFiles(Path directory) {
        this.directory = directory;
    }

    /** The file of the public key: an absolute path. */
    public Path publicFile() {
        return directory.resolve(PUBLIC).toAbsolutePath().normalize();
    }

    /**
     * Makes an RSA key pair and writes its private key, unless there is one.
     *
     * @return whether one was made
     * @throws IllegalArgumentException when there is a public key only; nothing is overwritten
     */
    public boolean createIfMissing() throws IOException, GeneralSecurityException {
        Path file = directory.resolve(PRIVATE);
        if (Files.exists(file)) {
            return false;
        }
        if (Files.exists(directory.resolve(PUBLIC))) {
            throw new IllegalArgumentException("has " + PUBLIC + " but no " + PRIVATE + "; nothing is overwritten");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        Files.createDirectories(directory);
        write(file, "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded(), "rw-------");
        return true;
    }

    /** The private key: RSA, of an elliptic curve, or EdDSA. */
    public PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String pem = Files.readString(directory.resolve(PRIVATE));
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException(
                    PRIVATE + " is no private key in PKCS#8; convert it (openssl pkcs8 -topk8 -nocrypt -in old.pem"
                            + " -out " + PRIVATE + ")");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
        for (String algorithm : KeyParser.ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException e) {
                // Not a key of this algorithm.
            }
        }
        throw new IllegalArgumentException(
                PRIVATE + " cannot be read as a key of RSA, of an elliptic curve or of EdDSA");
    }

    /** The public key; where its file is missing, it is derived from an RSA private key and written. */
    public PublicKey publicKey(PrivateKey privateKey) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(PUBLIC);
        if (Files.exists(file)) {
            return parse(Files.readString(file));
        }
        if (!(privateKey instanceof RSAPrivateCrtKey rsa)) {
            throw new IllegalArgumentException(
                    "has no " + PUBLIC + " (openssl pkey -in " + PRIVATE + " -pubout -out " + PUBLIC + ")");
        }
        PublicKey derived = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        write(file, "PUBLIC KEY", derived.getEncoded(), "rw-r--r--");
        return derived;
    }

    private static PublicKey parse(String pem) {
        try {
            List<VerificationKey> keys = KeyParser.parse(pem);
            return (PublicKey) keys.get(0).key();
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(PUBLIC + ": the key " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String label, byte[] key, String permissions) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            String body =
                    Base64.getMimeEncoder(PEM_LINE_LENGTH, new byte[] {'\n'}).encodeToString(key);
            String pem = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
            channel.write(ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
