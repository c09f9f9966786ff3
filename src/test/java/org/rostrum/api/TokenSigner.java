package org.rostrum.api;

import io.smallrye.jwt.util.KeyUtils;
import java.security.GeneralSecurityException;
import java.security.Key;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs whatever a test likes: what builders of tokens would put right, or add. */
final class TokenSigner {

    private TokenSigner() {}

    /**
     * A token of these claims, signed with the key that the platform makes for tests; its header has nothing but the
     * algorithm.
     */
    static String sign(String claims) {
        try {
            return sign(
                    claims,
                    KeyUtils.decodePrivateKey(
                            ConfigProvider.getConfig().getValue("smallrye.jwt.sign.key", String.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(String claims, Key key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
