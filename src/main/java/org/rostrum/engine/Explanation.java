package org.rostrum.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.engine.Plan.Step;
import org.rostrum.graph.Work;

/** What a run did at each place of its plan: for {@code extensions.plan}. */
final class Explanation {

  private static final long NANOS = 1_000;

  private final Work work;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<Entry> entries = new ArrayList<>();

  Explanation(Work work) {
    this.work = work;
  }

  /** A step at a place of the plan, while it is taken and after. */
  static final class Entry {
    private final String path;
    private final int level;
    private final int things;
    private int statements;
    private long rows;
    private long nanos;

    Entry(String path, int level, int things) {
      this.path = path;
      this.level = level;
      this.things = things;
    }

    private Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", path);
      map.put("level", level);
      map.put("things", things);
      map.put("statements", statements);
      map.put("rows", rows);
      map.put("microseconds", nanos / NANOS);
      return map;
    }
  }

  void down(Step step) {
    path.addLast(step.key);
  }

  void up() {
    path.removeLast();
  }

  Entry begin(Step step, int things) {
    String here = path.isEmpty() ? step.key : String.join(".", path) + "." + step.key;
    Entry entry = new Entry(here, path.size() + 1, things);
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
  List<Map<String, Object>> toList() {
    return entries.stream().map(Entry::toMap).toList();
  }
}
