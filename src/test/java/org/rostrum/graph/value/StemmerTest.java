package org.rostrum.graph.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StemmerTest {

    @Test
    void formsOfOneWordHaveOneStem() {
        assertEquals(Stemmer.stem("negotiations"), Stemmer.stem("negotiated"));
        assertEquals(Stemmer.stem("ceasefire"), Stemmer.stem("ceasefires"));
        assertNotEquals(Stemmer.stem("production"), Stemmer.stem("protest"));
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> assertEquals(
                        i % 2 == 0 ? "threaten" : "agreement",
                        Stemmer.stem(i % 2 == 0 ? "threatening" : "agreements")));
    }
}
