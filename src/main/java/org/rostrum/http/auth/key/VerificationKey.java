package org.rostrum.http.auth.key;

import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that verifies the signatures of tokens.
 *
 * @param id the key's id ({@code kid}); null for one without, as in a PEM file
 * @param algorithm the only algorithm that the key is for ({@code alg}, such as RS256); null where that is not
 *     restricted
 * @param key the public key, or a secret that is shared with the issuer
 */
public record VerificationKey(@Nullable String id, @Nullable String algorithm, Key key) {

    /** Whether the key can verify signatures of this algorithm. */
    public boolean fits(String signature) {
        return (algorithm == null || algorithm.equals(signature)) && family().contains(signature);
    }

    /** The algorithms that keys of this type can verify. */
    Set<String> family() {
        if (key instanceof RSAPublicKey) {
            return Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
        }
        if (key instanceof ECPublicKey curve) {
            return switch (curve.getParams().getCurve().getField().getFieldSize()) {
                case 256 -> Set.of("ES256", "ES256K");
                case 384 -> Set.of("ES384");
                default -> Set.of("ES512");
            };
        }
        if (key instanceof EdECPublicKey) {
            return Set.of("EdDSA");
        }
        return key instanceof SecretKey ? Set.of("HS256", "HS384", "HS512") : Set.of();
    }

    /** The most common algorithm for keys of this type. */
    public String commonAlgorithm() {
        return algorithm != null
                ? algorithm
                : family().stream()
                        .sorted()
                        .filter(one -> !one.startsWith("PS"))
                        .findFirst()
                        .orElse("none");
    }
}
