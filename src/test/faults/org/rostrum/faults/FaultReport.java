package org.rostrum.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run found, by the kind of fault during which it was found. */
final class FaultReport {

    /** What must not happen. */
    enum Problem {
        /** A write that was acknowledged is not there, or not as it was answered. */
        LOST("lost"),
        /** A part of a write is there without the rest. */
        HALF_WRITTEN("half"),
        /** One thing was recorded more than once. */
        TWICE("twice"),
        /** A subscriber who resumed by cursor was not told of a claim. */
        MISSED("missed"),
        /** A subscriber was told of a claim again, or of one that is not there. */
        TOLD_WRONGLY("told wrongly"),
        /** The server said that something went wrong inside of it. */
        INTERNAL("INTERNAL"),
        /** A request failed while there was no fault, or in a way that a client cannot act on. */
        REFUSED("refused"),
        /** It took too long after the end of the fault until requests were answered again. */
        LATE("late"),
        /** Derived data differ from what they are derived from. */
        DERIVED("derived");

        private final String title;

        Problem(String title) {
            this.title = title;
        }
    }

    private static final int MAX_DETAILS = 400;

    /** The figures of one kind of fault. */
    private static final class Row {
        private final Map<Problem, Integer> problems = new EnumMap<>(Problem.class);
        private final Map<String, Integer> codes = new TreeMap<>();
        private final List<Double> recoveries = new ArrayList<>();
        private int rounds;
        private int acknowledged;
        private int retried;
        private int endings;
        private long slowest;
        private String skipped;
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> details = new ArrayList<>();
    private Row row;
    private String name;

    /** What follows belongs to this kind of fault. */
    synchronized void begin(String kind) {
        name = kind;
        row = rows.computeIfAbsent(kind, key -> new Row());
    }

    synchronized void round() {
        row.rounds++;
    }

    synchronized void skipped(String kind, String reason) {
        begin(kind);
        row.skipped = reason;
    }

    synchronized void acknowledged() {
        row.acknowledged++;
    }

    /** A write was sent again because it was not answered, or not with success. */
    synchronized void retried() {
        row.retried++;
    }

    /** A server ended of itself. */
    synchronized void endings(int count) {
        row.endings += count;
    }

    synchronized void recovered(double seconds) {
        row.recoveries.add(seconds);
    }

    /** Counts an answer that came while there was a fault, or that was no success. */
    synchronized void answered(String code, long millis) {
        row.codes.merge(code, 1, Integer::sum);
        row.slowest = Math.max(row.slowest, millis);
    }

    synchronized void problem(Problem problem, String detail) {
        row.problems.merge(problem, 1, Integer::sum);
        if (details.size() < MAX_DETAILS) {
            details.add(name + ": " + problem.title + ": " + detail);
        }
    }

    synchronized boolean isClean() {
        return rows.values().stream().allMatch(one -> one.problems.isEmpty());
    }

    synchronized List<String> details() {
        return List.copyOf(details);
    }

    /** A table in Markdown, a line for each kind of fault. */
    synchronized String table() {
        StringBuilder table = new StringBuilder("| fault | rounds | acknowledged | sent again |");
        for (Problem problem : Problem.values()) {
            table.append(' ').append(problem.title).append(" |");
        }
        table.append(" ended | back after s, median / worst | slowest answer s | answers during faults |\n|---|")
                .append("---|".repeat(Problem.values().length + 7))
                .append('\n');
        rows.forEach((kind, figures) -> table.append(line(kind, figures)));
        return table.toString();
    }

    /** The figures until now of the kind of fault that is played. */
    synchronized String line() {
        return line(name, row);
    }

    private static String line(String kind, Row figures) {
        if (figures.skipped != null) {
            return "| " + kind + " | skipped: " + figures.skipped + " |\n";
        }
        StringBuilder line = new StringBuilder(
                "| " + kind + " | " + figures.rounds + " | " + figures.acknowledged + " | " + figures.retried + " |");
        for (Problem problem : Problem.values()) {
            line.append(' ').append(figures.problems.getOrDefault(problem, 0)).append(" |");
        }
        List<Double> recoveries = figures.recoveries.stream().sorted().toList();
        String back = recoveries.isEmpty()
                ? ""
                : "%.1f / %.1f".formatted(recoveries.get(recoveries.size() / 2), recoveries.get(recoveries.size() - 1));
        String codes = figures.codes.entrySet().stream()
                .map(code -> code.getKey() + " " + code.getValue())
                .collect(Collectors.joining(", "));
        return line.append(' ')
                .append(figures.endings)
                .append(" | ")
                .append(back)
                .append(" | ")
                .append("%.1f".formatted(figures.slowest / 1_000.0))
                .append(" | ")
                .append(codes)
                .append(" |\n")
                .toString();
    }
}
