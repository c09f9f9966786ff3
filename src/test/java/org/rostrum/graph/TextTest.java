package org.rostrum.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Recep Tayyip Erdoğan | recep tayyip erdogan", "Gideon Sa'ar | gideon saar", "Gideon Sa’ar | gideon saar",
      "Ban Ki-moon | ban ki moon", "  U.S. | u s", "Володимир Зеленський | володимир зеленськии", "Ångström | angstrom"})
  void namesAreComparedWithoutCaseAccentsAndPunctuation(String name, String key) {
    assertEquals(key, Text.key(name));
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll String name) {
    assertEquals(Text.key(name), Text.key(Text.key(name)));
  }

  @Property
  void storableTextSurvivesUtf8(@ForAll String text) {
    boolean survives = text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) && text.indexOf(0) < 0;
    assertEquals(survives, Text.isStorable(text));
  }

  @Test
  void halvesOfPairsAreNotStorable() {
    assertTrue(Text.isStorable("a🕊b"));
    assertFalse(Text.isStorable("a\ud83d"));
    assertFalse(Text.isStorable("\udd4aa"));
    assertFalse(Text.isStorable("\udd4a\ud83d"));
  }
}
