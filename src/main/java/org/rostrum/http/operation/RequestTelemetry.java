package org.rostrum.http.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.OperationDefinition;
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
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.EngineResult;
import org.rostrum.graph.request.RequestContext;

/** Records each request: a line in the access log, a timer, attributes of the trace's span. */
@ApplicationScoped
public class RequestTelemetry {

    /** The status of a request over a transport that has none. */
    public static final int NO_STATUS = 0;

    private static final Logger LOG = Logger.getLogger("rostrum.access");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Clients choose operation names: the first of them get timers of their own, all others share one. */
    private static final int MAX_TIMED_NAMES = 100;
    /** In UTF-16 code units. */
    private static final int MAX_NAME_LENGTH = 80;

    private final MeterRegistry meters;
    private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();
    private final Set<String> timedNames = ConcurrentHashMap.newKeySet();

    private record TimerKey(String operation, String type, String outcome) {}

    /**
     * What is known of an operation.
     *
     * @param type query, mutation or subscription; "none" where there is no operation that could be run
     * @param name null for an anonymous one, and where there is none
     */
    private record OperationInfo(String type, @Nullable String name) {
        static final OperationInfo NONE = new OperationInfo("none", null);

        static OperationInfo of(PreparedOperation prepared) {
            if (!(prepared instanceof PreparedOperation.Executable executable)) {
                return NONE;
            }
            OperationDefinition operation = executable.request().operation();
            String name = operation.getName();
            return new OperationInfo(
                    operation.getOperation().name().toLowerCase(Locale.ROOT),
                    name == null || name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH));
        }
    }

    /**
     * What a request used.
     *
     * @param caller the name in the bearer token; null for an anonymous client
     */
    private record Usage(@Nullable String caller, int statements, long rows) {
        static final Usage NONE = new Usage(null, 0, 0);
    }

    RequestTelemetry(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Records a request whose operation was run, or refused after its document was looked at.
     *
     * @param status the HTTP status, or {@link #NO_STATUS}
     * @param startedNanos when it began, by {@link System#nanoTime}
     */
    public void recordOperation(
            Transport transport,
            int status,
            PreparedOperation operation,
            EngineResult result,
            RequestContext context,
            long startedNanos) {
        record(
                transport,
                status,
                OperationInfo.of(operation),
                result,
                new Usage(context.caller(), context.statements(), context.rows()),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /** Records a request that was rejected before its document was looked at. */
    public void recordRejection(Transport transport, int status, EngineResult result) {
        record(transport, status, OperationInfo.NONE, result, Usage.NONE, Duration.ZERO);
    }

    private void record(
            Transport transport, int status, OperationInfo operation, EngineResult result, Usage usage, Duration took) {
        String error = errorCode(result);
        timers.computeIfAbsent(
                        new TimerKey(timerName(operation), operation.type, error == null ? "OK" : error), this::timer)
                .record(took);
        Span.current()
                .setAttribute("graphql.operation.type", operation.type)
                .setAttribute("graphql.operation.name", String.valueOf(operation.name));
        if (LOG.isInfoEnabled()) {
            LOG.info(line(transport, status, operation, result, usage, took, error));
        }
    }

    private Timer timer(TimerKey key) {
        return Timer.builder("rostrum.operations")
                .description("Operations that were run, by name")
                .tag("operation", key.operation)
                .tag("type", key.type)
                .tag("outcome", key.outcome)
                .register(meters);
    }

    private static String line(
            Transport transport,
            int status,
            OperationInfo operation,
            EngineResult result,
            Usage usage,
            Duration took,
            @Nullable String error) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("transport", transport);
        line.put("status", status);
        line.put("operation", operation.name);
        line.put("type", operation.type);
        line.put("caller", usage.caller);
        line.put("cost", result.cost());
        line.put("ms", TimeUnit.NANOSECONDS.toMicros(took.toNanos()) / 1_000.0);
        line.put("sqlStatements", usage.statements);
        line.put("rows", usage.rows);
        line.put("error", error);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String timerName(OperationInfo operation) {
        if (operation.name == null) {
            return operation.equals(OperationInfo.NONE) ? "refused" : "anonymous";
        }
        boolean own = timedNames.contains(operation.name)
                || timedNames.size() < MAX_TIMED_NAMES && timedNames.add(operation.name);
        return own ? operation.name : "other";
    }

    private static @Nullable String errorCode(EngineResult result) {
        return result.errors().isEmpty()
                ? null
                : String.valueOf(result.errors().get(0).getExtensions().get("code"));
    }
}
