package org.rostrum.engine.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.graph.request.RequestContext;

/** Statements, rows and time of each step of an execution, for {@code extensions.plan}. */
public final class ExecutionTrace {

    private static final long NANOS_PER_MICROSECOND = 1_000;

    private final RequestContext request;
    private final List<Entry> entries = new ArrayList<>();

    /** @param request counts the statements and rows */
    public ExecutionTrace(RequestContext request) {
        this.request = request;
    }

    /** The cost of a step at one place of the response. While the step runs, the counts are negative start values. */
    static final class Entry {
        private final String path;
        private final int objects;
        private int statements;
        private long rows;
        private long nanos;

        Entry(String path, int objects) {
            this.path = path;
            this.objects = objects;
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("path", path);
            map.put("level", path.split(", ")[0].split("\\.").length);
            map.put("things", objects);
            map.put("statements", statements);
            map.put("rows", rows);
            map.put("microseconds", nanos / NANOS_PER_MICROSECOND);
            return map;
        }
    }

    Entry begin(String path, int objects) {
        Entry entry = new Entry(path, objects);
        entry.statements = -request.statements();
        entry.rows = -request.rows();
        entry.nanos = -System.nanoTime();
        entries.add(entry);
        return entry;
    }

    void end(Entry entry) {
        entry.statements += request.statements();
        entry.rows += request.rows();
        entry.nanos += System.nanoTime();
    }

    /** The steps in the order in which they ran, in the form of {@code extensions.plan}. */
    public List<Map<String, Object>> toList() {
        return entries.stream().map(Entry::toMap).toList();
    }
}
