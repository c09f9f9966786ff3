package org.rostrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a client hears when the server itself fails: an incident's number, under which the log has the cause. */
@QuarkusTest
@TestProfile(FaultTest.Apart.class)
class FaultTest extends ApiTest {

  /** A database of its own, to be damaged. */
  public static class Apart implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.datasource.jdbc.url",
          "jdbc:h2:mem:fault;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    }
  }

  @Inject
  AgroalDataSource database;

  private static final class Kept extends Handler {
    final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void anIncidentsNumberIsInTheAnswerAndInTheLog() throws Exception {
    Kept log = new Kept();
    Logger.getLogger("org.rostrum").addHandler(log);
    JsonPath answer;
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("alter table affiliation rename to gone");
      answer = send("{ actors(first: 3, filter: {text: \"Peskov\"}) { nodes { name affiliations { title } } } }", Map.of());
      connection.createStatement().execute("alter table gone rename to affiliation");
    } finally {
      Logger.getLogger("org.rostrum").removeHandler(log);
    }
    assertEquals("INTERNAL", answer.getString("errors[0].extensions.code"), answer::prettify);
    String incident = answer.getString("errors[0].extensions.incident");
    assertNotNull(incident);
    assertTrue(answer.getString("errors[0].message").endsWith(incident));
    assertFalse(answer.prettify().toLowerCase().contains("affiliation\" not found"), answer::prettify);
    assertFalse(answer.prettify().contains("xception"), answer::prettify);
    assertTrue(log.records.stream().anyMatch(record -> record.getThrown() != null
        && (record.getMessage().contains(incident) || String.valueOf(record.getParameters() == null ? "" : List.of(record.getParameters())).contains(incident))));
  }
}
