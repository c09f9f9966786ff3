package org.rostrum.store.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a request asks of the things that a field gives: which of their fields, and what of those. Immutable; as long as a
 * plan is kept, so are its objects of this class, and with them what was derived from them.
 */
public final class FieldSelection {

  /** Everything that the things have themselves, and no linked things. */
  public static final FieldSelection ALL = new FieldSelection(null);

  private final List<SelectedField> parts;
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();
  private volatile FieldSelection items;

  /** @param parts the fields; null for all */
  private FieldSelection(List<SelectedField> parts) {
    this.parts = parts;
  }

  /** What asks for these fields. */
  public static FieldSelection of(List<SelectedField> parts) {
    return new FieldSelection(List.copyOf(parts));
  }

  /** Whether everything is asked for. */
  public boolean isAll() {
    return parts == null;
  }

  /** The fields that are asked for, one several times where several places of the request ask for it. */
  public List<SelectedField> parts() {
    return parts;
  }

  /** Whether a field is asked for. */
  public boolean has(String field) {
    return parts == null || parts.stream().anyMatch(part -> part.field().equals(field));
  }

  /** What is asked of what a field gives, wherever the request asks for it. */
  public FieldSelection below(String field) {
    if (parts == null) {
      return ALL;
    }
    List<FieldSelection> all = new ArrayList<>();
    for (SelectedField part : parts) {
      if (part.field().equals(field) && part.below() != null) {
        all.add(part.below());
      }
    }
    return union(all);
  }

  /** For a connection: what is asked of its items, as nodes and as nodes of edges. */
  public FieldSelection items() {
    FieldSelection known = items;
    if (known == null) {
      known = union(List.of(below("nodes"), below("edges").below("node")));
      items = known;
    }
    return known;
  }

  /** Makes something of this once and keeps it. */
  @SuppressWarnings("unchecked")
  public <K, R> R derive(K key, Function<K, R> make) {
    Object known = derived.get(key);
    return known != null ? (R) known : (R) derived.computeIfAbsent(key, any -> make.apply(key));
  }

  /** What any of them asks. The same list gives the same object, as long as the first of it is kept. */
  public static FieldSelection union(List<FieldSelection> all) {
    return all.size() < 2 ? join(all) : all.get(0).derive(List.copyOf(all), FieldSelection::join);
  }

  private static FieldSelection join(List<FieldSelection> all) {
    List<SelectedField> parts = new ArrayList<>();
    FieldSelection only = null;
    for (FieldSelection one : all) {
      if (one.parts == null) {
        return ALL;
      }
      if (!one.parts.isEmpty()) {
        only = parts.isEmpty() ? one : null;
        parts.addAll(one.parts);
      }
    }
    return only != null ? only : new FieldSelection(parts);
  }
}
