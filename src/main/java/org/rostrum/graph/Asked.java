package org.rostrum.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a request asks of the things that a field gives: which of their fields, and what of those. Immutable; as long as a
 * plan is kept, so are its objects of this class, and with them what was derived from them.
 */
public final class Asked {

  /** Everything that the things have themselves, and no linked things. */
  public static final Asked ALL = new Asked(null);

  private final List<Part> parts;
  private final Map<Object, Object> derived = new ConcurrentHashMap<>();
  private volatile Asked items;

  /** @param parts the fields; null for all */
  private Asked(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * A field that is asked for.
   *
   * @param field  the field's name
   * @param source whose field it is: the things' class, or one above it
   * @param own    whether it is read from the thing itself rather than by a method for sets of them
   * @param join   how a linked record can be read with its parents; null where it cannot
   * @param below  what is asked of what the field gives; null for a leaf
   */
  public record Part(String field, Class<?> source, boolean own, Join join, Asked below) {}

  /** What asks for these fields. */
  public static Asked of(List<Part> parts) {
    return new Asked(List.copyOf(parts));
  }

  /** Whether everything is asked for. */
  boolean isAll() {
    return parts == null;
  }

  /** The fields that are asked for, one several times where several places of the request ask for it. */
  List<Part> parts() {
    return parts;
  }

  /** Whether a field is asked for. */
  public boolean has(String field) {
    return parts == null || parts.stream().anyMatch(part -> part.field.equals(field));
  }

  /** What is asked of what a field gives, wherever the request asks for it. */
  public Asked below(String field) {
    if (parts == null) {
      return ALL;
    }
    List<Asked> all = new ArrayList<>();
    for (Part part : parts) {
      if (part.field.equals(field) && part.below != null) {
        all.add(part.below);
      }
    }
    return union(all);
  }

  /** For a connection: what is asked of its items, as nodes and as nodes of edges. */
  public Asked items() {
    Asked known = items;
    if (known == null) {
      known = union(List.of(below("nodes"), below("edges").below("node")));
      items = known;
    }
    return known;
  }

  /** Makes something of this once and keeps it. */
  @SuppressWarnings("unchecked")
  <K, R> R derive(K key, Function<K, R> make) {
    Object known = derived.get(key);
    return known != null ? (R) known : (R) derived.computeIfAbsent(key, any -> make.apply(key));
  }

  /** What any of them asks. The same list gives the same object, as long as the first of it is kept. */
  public static Asked union(List<Asked> all) {
    return all.size() < 2 ? join(all) : all.get(0).derive(List.copyOf(all), Asked::join);
  }

  private static Asked join(List<Asked> all) {
    List<Part> parts = new ArrayList<>();
    Asked only = null;
    for (Asked one : all) {
      if (one.parts == null) {
        return ALL;
      }
      if (!one.parts.isEmpty()) {
        only = parts.isEmpty() ? one : null;
        parts.addAll(one.parts);
      }
    }
    return only != null ? only : new Asked(parts);
  }
}
