package org.rostrum.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Trump | Trump | ''", "President Vladimir Putin | Vladimir Putin | President", "Kremlin spokesman Dmitry Peskov | Dmitry Peskov | Kremlin spokesman",
      "Vitaliy Kim, governor of Mykolaiv Oblast | Vitaliy Kim | governor of Mykolaiv Oblast", "the Russian leader | '' | the Russian leader", "he | '' | he",
      "Ursula von der Leyen | Ursula von der Leyen | ''", "Secretary of State Marco Rubio | Marco Rubio | Secretary of State", "Putin’s | Putin | ''"})
  void aMentionIsTakenApart(String mention, String name, String post) {
    Resolver.Parts parts = Resolver.Parts.of(mention);
    assertEquals(name, String.join(" ", parts.name()));
    assertEquals(post, parts.post());
  }

  @Property
  void anyMentionIsTakenApart(@ForAll String mention) {
    Resolver.Parts.of(mention);
  }
}
