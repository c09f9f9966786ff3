package org.rostrum.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationExtractorTest {

  private static final LocalDate THURSDAY = LocalDate.of(2025, 3, 13);

  private static List<Statement> read(String text) {
    return new QuotationExtractor().extract(text, THURSDAY);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "“We wait,” Trump said. | Trump | said | “We wait,”",
      "\"We wait,\" said Dmitry Peskov. | Dmitry Peskov | said | \"We wait,\"",
      "«We wait,» said Dmitry Peskov. | Dmitry Peskov | said | «We wait,»",
      "Peskov said: \"We wait.\" | Peskov | said | \"We wait.\"",
      "Peskov said, “We wait.” | Peskov | said | “We wait.”",
      "When asked if he was willing, Trump said, “I want to.” | Trump | said | “I want to.”",
      "“Who knows?” asked J. D. Vance in Munich. | J. D. Vance | asked | “Who knows?”",
      "Maria Zakharova, the spokeswoman for the ministry, said: “We will answer.” | Maria Zakharova, the spokeswoman for the ministry | said | “We will answer.”",
      "“We wait,” Vitaliy Kim, governor of Mykolaiv Oblast, told NBC News. | Vitaliy Kim, governor of Mykolaiv Oblast | told | “We wait,”",
      "“We wait,” said Peskov, adding that it was late. | Peskov | said | “We wait,”",
      "It’s like a “trick,” said Yuriy. | Yuriy | said | It’s like a “trick,”",
      "“We wait,” the Russian leader said. | the Russian leader | said | “We wait,”"})
  void findsWhoSaidWhat(String text, String source, String cue, String content) {
    List<Statement> statements = read(text);
    assertEquals(1, statements.size());
    assertEquals(source, statements.get(0).source().text());
    assertEquals(cue, statements.get(0).cue().text());
    assertEquals(content, statements.get(0).content().get(0).text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "The so-called “expert” said nothing.", "He called it “nothing.”", "“Nobody's words.”", "\"An open quotation, he said.", "He said that it was late.", "“”, said X.", "'"})
  void leavesTheRestAlone(String text) {
    assertEquals(List.of(), read(text));
  }

  @Test
  void aQuotationGoesOnBehindItsAttribution() {
    List<Statement> statements = read("“I can,” Trump said Wednesday. “I don’t want to.” “Why?” asked Peskov.");
    assertEquals(List.of(List.of("“I can,”", "“I don’t want to.”"), List.of("“Why?”")),
        statements.stream().map(s -> s.content().stream().map(Mention::text).toList()).toList());
    assertEquals(List.of("Trump", "Peskov"), statements.stream().map(s -> s.source().text()).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Wednesday | 2025-03-12", "on Thursday | 2025-03-13", "last Friday | 2025-03-07", "on March 1 | 2025-03-01",
      "on December 24 | 2024-12-24", "yesterday | 2025-03-12", "today | 2025-03-13", "in Kyiv |", "on February 31 |"})
  void tellsTheDay(String when, LocalDate day) {
    assertEquals(day, read("“We wait,” Peskov said " + when + ".").get(0).saidOn());
  }

  @Test
  void tellsWhomItWasSaidTo() {
    assertEquals("NBC News", read("“We wait,” Vitaliy Kim told NBC News on Wednesday.").get(0).addressee().text());
    assertEquals(null, read("“We wait,” Vitaliy Kim told reporters.").get(0).addressee());
  }

  @Provide
  Arbitrary<String> newsLikeText() {
    return Arbitraries.of("“", "”", "\"", "«", "»", "‘", "’", ",", ".", "?", ":", " ", "\n", " said ", " told ", "Peskov", "President Trump", "he", "word", "🕊", "\ud83d", "J. ", "on Monday", "ß", "—")
        .list().ofMaxSize(80).map(parts -> parts.stream().collect(Collectors.joining()));
  }

  @Property
  void everySpanIsWhereItSays(@ForAll("newsLikeText") String text) {
    int last = 0;
    for (Statement statement : read(text)) {
      for (Mention part : statement.content()) {
        assertTrue(part.start() >= last && part.end() > part.start() && part.end() <= text.length());
        last = part.end();
        assertEquals(text.substring(part.start(), part.end()), part.text());
      }
      for (Mention mention : List.of(statement.source(), statement.cue())) {
        assertEquals(text.substring(mention.start(), mention.end()), mention.text());
      }
    }
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    read(text);
  }
}
