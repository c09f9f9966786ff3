package org.rostrum.http.auth.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyParserTest {

    private static KeyPair pair(String kind) throws Exception {
        return KeyPairGenerator.getInstance(kind).generateKeyPair();
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + label
                + "-----\n";
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> KeyParser.parse(text))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({"RSA, RS256, ES256", "EC, ES384, RS256", "Ed25519, EdDSA, RS256"})
    void aPemKeyIsReadWhateverItsKind(String kind, String algorithm, String other) throws Exception {
        byte[] key = pair(kind).getPublic().getEncoded();
        String pem = pem("PUBLIC KEY", key);
        for (String text : List.of(
                pem, "\n\n" + pem.replace("\n", "\\n"), Base64.getEncoder().encodeToString(key))) {
            VerificationKey read = KeyParser.parse(text).get(0);
            assertTrue(read.fits(algorithm) || kind.equals("EC") && read.fits("ES256"), text);
            assertFalse(read.fits(other));
        }
    }

    @Test
    void aPemFileMayHoldSeveralKeys() throws Exception {
        String both =
                "the old one\n" + pem("PUBLIC KEY", pair("RSA").getPublic().getEncoded()) + "the new one\n"
                        + pem("PUBLIC KEY", pair("EC").getPublic().getEncoded());
        assertEquals(2, KeyParser.parse(both).size());
    }

    @Test
    void whatCannotCheckSignaturesIsRefusedWithTheReason() throws Exception {
        KeyPair keys = pair("RSA");
        assertTrue(refusal(pem("PRIVATE KEY", keys.getPrivate().getEncoded())).startsWith("is a private key"));
        assertTrue(refusal(pem("RSA PRIVATE KEY", new byte[] {1})).startsWith("is a private key"));
        assertTrue(refusal(Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()))
                .startsWith("is a private key"));
        assertTrue(refusal(pem("RSA PUBLIC KEY", new byte[] {1})).contains("PKCS#1"));
        assertTrue(refusal(pem("PUBLIC KEY", new byte[] {1, 2, 3})).contains("cannot be read"));
        assertTrue(refusal(pem("CERTIFICATE", new byte[] {1, 2, 3})).contains("certificate that cannot be read"));
        assertTrue(refusal("-----BEGIN PUBLIC KEY-----\nMIIB").contains("cut off"));
        assertEquals("is empty", refusal(" \n"));
        assertEquals("is neither PEM nor a JWKS", refusal("nonsense!"));
        assertEquals("is neither PEM nor a JWKS", refusal("abcd"));
        assertTrue(refusal("{\"issuer\": \"https://login.example\"}").contains("neither a JWKS"));
        assertTrue(refusal("{\"keys\": []}").contains("without a key"));
        assertTrue(refusal("{\"keys\": 5}").contains("cannot be read as a JWKS"));
        assertTrue(refusal("{\"keys\"").contains("cannot be read as a JWKS"));
    }

    @Test
    void aJwksGivesItsKeysForSignatures() throws Exception {
        PublicJsonWebKey signing =
                PublicJsonWebKey.Factory.newPublicJwk(pair("RSA").getPublic());
        signing.setKeyId("a");
        signing.setUse("sig");
        signing.setAlgorithm("RS256");
        PublicJsonWebKey encrypting =
                PublicJsonWebKey.Factory.newPublicJwk(pair("RSA").getPublic());
        encrypting.setKeyId("b");
        encrypting.setUse("enc");
        String set = new JsonWebKeySet(signing, encrypting).toJson();
        for (String text : List.of(
                set, Base64.getUrlEncoder().withoutPadding().encodeToString(set.getBytes()), signing.toJson())) {
            List<VerificationKey> keys = KeyParser.parse(text);
            assertEquals(List.of("a"), keys.stream().map(VerificationKey::id).toList());
            assertTrue(keys.get(0).fits("RS256"));
            assertFalse(keys.get(0).fits("RS512"), "the key says which algorithm it is for");
        }
        signing.setPrivateKey(pair("RSA").getPrivate());
        assertTrue(refusal("{\"keys\": [" + signing.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE) + "]}")
                .contains("private keys"));
    }
}
