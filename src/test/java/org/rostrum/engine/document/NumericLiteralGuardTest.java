package org.rostrum.engine.document;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.graph.error.LimitExceededException;

/** Digits count in numbers only. */
class NumericLiteralGuardTest {

    private static final String LONG = "9".repeat(401);

    @Test
    void aNumberMayHaveFourHundredDigits() {
        assertDoesNotThrow(() -> NumericLiteralGuard.check("{ claims(first: " + "9".repeat(400) + ") { id } }"));
        assertThrows(
                LimitExceededException.class,
                () -> NumericLiteralGuard.check("{ claims(first: " + LONG + ") { id } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "\"\\\"%s\"", "\"\"\"%s\"\"\"", "\"\"\"\\\"\"\"%s\"\"\"", "# %s\n", "\"open %s"})
    void digitsInStringsAndCommentsDoNotCount(String form) {
        assertDoesNotThrow(() -> NumericLiteralGuard.check("{ a(b: " + form.formatted(LONG)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\" %s", "\"a\\\\\" %s", "\"\"\"a\"\"\" %s", "# a\n%s", "\"open\n%s"})
    void digitsAfterStringsAndCommentsCount(String form) {
        assertThrows(LimitExceededException.class, () -> NumericLiteralGuard.check("{ a(b: " + form.formatted(LONG)));
    }
}
