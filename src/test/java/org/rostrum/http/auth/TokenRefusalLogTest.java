package org.rostrum.http.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenRefusalLogTest {

    private final TokenRefusalLog log = new TokenRefusalLog(Duration.ofSeconds(10));

    private String line(TokenRefusalReason fault, double second) {
        return log.line(new TokenException(fault, "a hint\r\nWARN forged \u001b[31m"), (long) (second * 1e9));
    }

    @Test
    void aFloodOfRefusalsIsOneLineAReason() {
        assertTrue(
                line(TokenRefusalReason.EXPIRED, 0).startsWith("A bearer token was refused: it has expired; a hint"));
        for (int i = 1; i < 1_000; i++) {
            assertNull(line(TokenRefusalReason.EXPIRED, i / 100.0));
        }
        assertTrue(line(TokenRefusalReason.BAD_SIGNATURE, 9).contains("signature"), "another reason is told at once");
        assertTrue(
                line(TokenRefusalReason.EXPIRED, 10).endsWith("(and 999 more of this kind since the last such line)"));
        assertNull(line(TokenRefusalReason.EXPIRED, 11));
        assertTrue(!line(TokenRefusalReason.EXPIRED, 20).contains("999"));
    }

    @Test
    void nothingBreaksOutOfItsLine() {
        String line = line(TokenRefusalReason.EXPIRED, 0);
        assertEquals(
                -1,
                line.codePoints().filter(Character::isISOControl).findFirst().orElse(-1));
        assertTrue(line.contains("a hint\\u000d\\nWARN forged \\u001b[31m"), line);
    }
}
