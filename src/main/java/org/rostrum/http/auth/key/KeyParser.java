package org.rostrum.http.auth.key;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Parses keys in the formats of MicroProfile JWT: PEM (public keys and certificates, also several in a row), the base64
 * of a key without PEM's header and footer, a JWK, a JWKS, and the base64url of these two. The messages of its
 * exceptions complete "the key …".
 */
final class KeyParser {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** The names of key algorithms, as {@link KeyFactory} knows them. */
    static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private static final String PRIVATE = "is a private key, with which tokens are signed; give the public one"
            + " (openssl pkey -in private.pem -pubout -out public.pem)";

    private KeyParser() {}

    /**
     * Parses a text; the result is not empty. Keys for encryption and keys of unknown types are left out.
     *
     * @throws IllegalArgumentException when there is no key, or a private one
     */
    static List<VerificationKey> parse(String text) {
        // In environment variables, line breaks are often written as a backslash and an n.
        String trimmed = text.replace("\\n", "\n").strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        if (trimmed.startsWith("{")) {
            return json(trimmed);
        }
        return trimmed.contains("-----BEGIN ") ? pem(trimmed) : bare(trimmed);
    }

    private static List<VerificationKey> pem(String text) {
        List<VerificationKey> keys = new ArrayList<>();
        Matcher block = PEM.matcher(text);
        while (block.find()) {
            String label = block.group(1);
            byte[] bytes = decode(block.group(2));
            if (label.endsWith("PRIVATE KEY")) {
                throw new IllegalArgumentException(PRIVATE);
            }
            keys.add(new VerificationKey(
                    null,
                    null,
                    switch (label) {
                        case "PUBLIC KEY" ->
                            publicKey(bytes)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException(
                                                    "is PEM that cannot be read: it is no public key of RSA, of an elliptic curve or of EdDSA"));
                        case "CERTIFICATE" -> certificate(bytes);
                        case "RSA PUBLIC KEY" ->
                            throw new IllegalArgumentException("is in the format PKCS#1; convert it"
                                    + " (openssl rsa -RSAPublicKey_in -in key.pem -pubout -out public.pem)");
                        default ->
                            throw new IllegalArgumentException(
                                    "is no public key but PEM of another kind (" + label + ")");
                    }));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("is PEM that is cut off: a block has no end");
        }
        return keys;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is PEM that cannot be read: what is in it is no base64", e);
        }
    }

    /** The public key that bytes encode (X.509); empty where they encode none. */
    private static Optional<PublicKey> publicKey(byte[] bytes) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes)));
            } catch (GeneralSecurityException e) {
                // Not a key of this algorithm.
            }
        }
        return Optional.empty();
    }

    private static boolean isPrivate(byte[] bytes) {
        for (String algorithm : ALGORITHMS) {
            try {
                KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
                return true;
            } catch (GeneralSecurityException e) {
                // Not a key of this algorithm.
            }
        }
        return false;
    }

    private static PublicKey certificate(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getPublicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("is a certificate that cannot be read", e);
        }
    }

    /** Base64 without PEM's header: of a key, or of JSON. */
    private static List<VerificationKey> bare(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder()
                    .decode(text.replaceAll("\\s", "").replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is neither PEM nor a JWKS", e);
        }
        if (bytes.length > 0 && bytes[0] == '{') {
            return json(new String(bytes, StandardCharsets.UTF_8));
        }
        PublicKey key = publicKey(bytes)
                .orElseThrow(
                        () -> new IllegalArgumentException(isPrivate(bytes) ? PRIVATE : "is neither PEM nor a JWKS"));
        return List.of(new VerificationKey(null, null, key));
    }

    private static List<VerificationKey> json(String text) {
        List<VerificationKey> keys = new ArrayList<>();
        try {
            Map<String, Object> object = JsonUtil.parseJson(text);
            if (!object.containsKey(JsonWebKeySet.JWK_SET_MEMBER_NAME)
                    && !object.containsKey(JsonWebKey.KEY_TYPE_PARAMETER)) {
                throw new IllegalArgumentException("is JSON, but neither a JWKS (\"keys\") nor a JWK (\"kty\")");
            }
            List<JsonWebKey> jwks = object.containsKey(JsonWebKeySet.JWK_SET_MEMBER_NAME)
                    ? new JsonWebKeySet(text).getJsonWebKeys()
                    : List.of(JsonWebKey.Factory.newJwk(object));
            for (JsonWebKey key : jwks) {
                if ("enc".equals(key.getUse())) {
                    continue;
                }
                if (key instanceof PublicJsonWebKey pair && pair.getPrivateKey() != null) {
                    throw new IllegalArgumentException(
                            "is a JWKS with private keys, with which tokens are signed; give the public ones");
                }
                if (key instanceof PublicJsonWebKey || key instanceof OctetSequenceJsonWebKey) {
                    keys.add(new VerificationKey(key.getKeyId(), key.getAlgorithm(), key.getKey()));
                }
            }
        } catch (JoseException | ClassCastException e) {
            throw new IllegalArgumentException("is JSON that cannot be read as a JWKS", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("is a JWKS without a key for signatures");
        }
        return keys;
    }
}
