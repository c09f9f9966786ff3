package org.rostrum.http.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.rostrum.engine.EngineResult;
import org.rostrum.graph.request.RequestContext;

/** What is told of every request: a line in the access log, a timer, attributes of the trace. */
@ApplicationScoped
public class RequestTelemetry {

  private static final Logger LOG = Logger.getLogger("rostrum.access");
  private static final ObjectMapper JSON = new ObjectMapper();
  /** Clients choose the names of operations: timers are kept for the first so many, the rest share one. */
  private static final int MOST_NAMES = 100;
  private static final int LONGEST_NAME = 80;

  private final MeterRegistry meters;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  private record Kind(String operation, String type, String outcome) {}

  RequestTelemetry(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Notes a request that was answered.
   *
   * @param transport HTTP, SSE or WEBSOCKET
   * @param status    the HTTP status; 0 where there is none
   */
  public void note(String transport, int status, PreparedOperation ready, EngineResult outcome, RequestContext work, long startedNanos) {
    Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
    String type = ready.operation() == null ? "none" : ready.operation().getOperation().name().toLowerCase(Locale.ROOT);
    String error = error(outcome);
    timers.computeIfAbsent(new Kind(bounded(ready), type, error == null ? "OK" : error), this::timer).record(took);
    Span.current().setAttribute("graphql.operation.type", type)
        .setAttribute("graphql.operation.name", String.valueOf(shown(ready.name())));
    if (LOG.isInfoEnabled()) {
      LOG.info(line(transport, status, ready, outcome, work, took, type, error));
    }
  }

  private Timer timer(Kind kind) {
    return Timer.builder("rostrum.operations").description("Operations that were run, by name")
        .tag("operation", kind.operation).tag("type", kind.type).tag("outcome", kind.outcome).register(meters);
  }

  private static String line(String transport, int status, PreparedOperation ready, EngineResult outcome, RequestContext work, Duration took,
      String type, String error) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("transport", transport);
    line.put("status", status);
    line.put("operation", shown(ready.name()));
    line.put("type", type);
    line.put("caller", work.caller());
    line.put("cost", outcome.cost());
    line.put("ms", took.toNanos() / 1_000 / 1_000.0);
    line.put("sqlStatements", work.statements());
    line.put("rows", work.rows());
    line.put("error", error);
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String bounded(PreparedOperation ready) {
    if (ready.name() == null) {
      return ready.operation() == null ? "refused" : "anonymous";
    }
    String name = shown(ready.name());
    return names.contains(name) || names.size() < MOST_NAMES && names.add(name) ? name : "other";
  }

  private static String shown(String name) {
    return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static String error(EngineResult outcome) {
    return outcome.errors().isEmpty() ? null : String.valueOf(outcome.errors().get(0).getExtensions().get("code"));
  }
}
