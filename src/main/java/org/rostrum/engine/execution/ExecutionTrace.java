package org.rostrum.engine.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.graph.request.RequestContext;

/** What a run did at each place of its plan: for {@code extensions.plan}. */
public final class ExecutionTrace {

  private static final long NANOS = 1_000;

  private final RequestContext work;
  private final List<Entry> entries = new ArrayList<>();

  public ExecutionTrace(RequestContext work) {
    this.work = work;
  }

  /** A step at a place of the plan, while it is taken and after. */
  static final class Entry {
    private final String path;
    private final int things;
    private int statements;
    private long rows;
    private long nanos;

    Entry(String path, int things) {
      this.path = path;
      this.things = things;
    }

    private Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", path);
      map.put("level", path.split(", ")[0].split("\\.").length);
      map.put("things", things);
      map.put("statements", statements);
      map.put("rows", rows);
      map.put("microseconds", nanos / NANOS);
      return map;
    }
  }

  Entry begin(String path, int things) {
    Entry entry = new Entry(path, things);
    entry.statements = -work.statements();
    entry.rows = -work.rows();
    entry.nanos = -System.nanoTime();
    entries.add(entry);
    return entry;
  }

  void end(Entry entry) {
    entry.statements += work.statements();
    entry.rows += work.rows();
    entry.nanos += System.nanoTime();
  }

  /** The steps in the order in which they were taken: how many things each was taken for, what it read, and how long that took. */
  public List<Map<String, Object>> toList() {
    return entries.stream().map(Entry::toMap).toList();
  }
}
