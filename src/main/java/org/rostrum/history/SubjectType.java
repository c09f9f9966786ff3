package org.rostrum.history;

/** The kinds of records that have a history, and their tables. */
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
