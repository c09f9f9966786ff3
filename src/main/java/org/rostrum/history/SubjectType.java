package org.rostrum.history;

/** The kinds of things whose changes are kept, and their tables. */
public enum SubjectType {
  CLAIM("claim"),
  EVENT("event"),
  ACTOR("actor"),
  ARTICLE("article");

  private final String table;

  SubjectType(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
