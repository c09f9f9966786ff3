package org.rostrum;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
import java.util.Map;
@QuarkusTest
class TmpTest extends ApiTest {
  @Test void t() throws Exception {
    for (String f : System.getProperty("f").split(",")) {
    JsonPath gold = JsonPath.from(Files.readString(Path.of("src/test/resources/articles/" + f + ".gold.json")));
    String a = ReadingScore.submit(gold, Files.readString(Path.of("src/test/resources/articles/" + f + ".txt")));
    System.out.println(ask("query($a: ID!) { article(id: $a) { claims(first: 100) { nodes { text speakerMention speaker { name confirmed affiliations { title country { name } attestedFrom } } country { alpha3 } saidOn links(direction: OUTGOING) { nodes { type to { text } } } attribution { rule score candidates { score actor { name } } } } } events(first: 50) { nodes { type title date participants { role actor { name } } } } } }", Map.of("a", a)).prettify());
    }
  }
}
