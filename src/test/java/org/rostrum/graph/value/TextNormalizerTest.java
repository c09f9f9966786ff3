package org.rostrum.graph.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Recep Tayyip Erdoğan | recep tayyip erdogan",
                "Gideon Sa'ar | gideon saar",
                "Gideon Sa’ar | gideon saar",
                "Ban Ki-moon | ban ki moon",
                "  U.S. | u s",
                "Володимир Зеленський | володимир зеленськии",
                "Ångström | angstrom"
            })
    void namesAreComparedWithoutCaseAccentsAndPunctuation(String name, String key) {
        assertEquals(key, TextNormalizer.key(name));
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll String name) {
        assertEquals(TextNormalizer.key(name), TextNormalizer.key(TextNormalizer.key(name)));
    }

    @Property
    void storableTextSurvivesUtf8(@ForAll String text) {
        boolean survives = text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                && text.indexOf(0) < 0;
        assertEquals(survives, TextNormalizer.isStorable(text));
    }

    @Test
    void halvesOfPairsAreNotStorable() {
        assertTrue(TextNormalizer.isStorable("a🕊b"));
        assertFalse(TextNormalizer.isStorable("a\ud83d"));
        assertFalse(TextNormalizer.isStorable("\udd4aa"));
        assertFalse(TextNormalizer.isStorable("\udd4a\ud83d"));
    }
}
