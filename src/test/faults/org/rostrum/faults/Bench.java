package org.rostrum.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rostrum.faults.FaultReport.Problem;
import org.rostrum.faults.GraphQLClient.Answer;
import org.rostrum.faults.Ledger.Entry;

/** Servers over a database with writers, readers and subscribers, on which faults are played. */
final class Bench implements AutoCloseable {

    private static final String CURSOR =
            "{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }";
    private static final String LOOK = "query($ids: [ID!]!) { nodes(ids: $ids) { " + Workload.LOOK + " } }";
    private static final String NAMES = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    private static final int BATCH = 4;
    private static final int NAMES_BATCH = 100;
    private static final int READERS = 2;
    /** Connections of each server. */
    private static final int POOL = 8;

    private static final int SLOW_REQUESTS = 4 * POOL;
    private static final int ANSWERS_IN_A_ROW = 10;
    private static final int BACK_SECONDS = 30;
    private static final int GIVE_UP_SECONDS = 240;
    private static final int FULL_STEP_MILLIS = 300;
    private static final int MAX_FULL_STEPS = 300;
    private static final int FULL_STEPS_AFTER_A_FAILURE = 15;
    private static final int LEAST_WRITES = 15;
    private static final int MAX_WAITS = 1_000;
    private static final int HEAR_SECONDS = 30;
    private static final int BALLAST_BLOCK = 64 * 1024;
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final FaultReport report;
    private final Random random;
    private final Path directory;
    private final PostgresCluster postgres;
    private final FaultProxy databaseProxy;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<FaultProxy> clientProxies = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final GraphQLClient client;
    private final Ledger ledger;
    private final Workload workload;
    private final int[] ports;
    /** Claims that were recorded before the subscribers began, or were looked for in a round before. */
    private final Set<String> before = new HashSet<>();
    /** Claims that were looked at. */
    private final Set<String> seen = new HashSet<>();

    private int checked;

    /**
     * Starts servers and everybody who uses them.
     *
     * @param directory where the database and the logs are
     * @param onPostgres whether the database is PostgreSQL; else it is H2 in that directory
     * @param token for the clients
     * @param settings that the servers need to trust it
     */
    Bench(
            Path directory,
            boolean onPostgres,
            int count,
            int writers,
            long seed,
            String token,
            Map<String, String> settings,
            Path logs,
            FaultReport report)
            throws IOException, InterruptedException {
        this.report = report;
        this.directory = directory;
        random = new Random(seed);
        Map<String, String> all = new LinkedHashMap<>(settings);
        postgres = onPostgres ? new PostgresCluster(directory.resolve("postgresql")) : null;
        databaseProxy = onPostgres ? new FaultProxy(postgres.port()) : null;
        all.put(
                "ROSTRUM_DB_URL",
                onPostgres ? "jdbc:postgresql://127.0.0.1:" + databaseProxy.port() + "/postgres" : h2());
        all.put("ROSTRUM_DB_USER", onPostgres ? "postgres" : "rostrum");
        all.put("ROSTRUM_DB_PASSWORD", onPostgres ? "postgres" : "rostrum");
        all.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", String.valueOf(POOL));
        ports = new int[count];
        for (int i = 0; i < count; i++) {
            ServerProcess server =
                    new ServerProcess(all, logs.resolve(directory.getFileName() + "-server-" + i + ".log"));
            servers.add(server);
            server.start();
            server.awaitReady();
            FaultProxy proxy = new FaultProxy(server.port);
            clientProxies.add(proxy);
            ports[i] = proxy.port();
        }
        client = new GraphQLClient(token);
        ledger = new Ledger(report);
        workload = new Workload(ports, client, ledger, report, String.valueOf(seed));
        // The first requests take longer than others, and nothing is judged yet.
        workload.faulty(true);
        workload.submit(random);
        String cursor = workload.ask(CURSOR, Map.of())
                .data()
                .path("claims")
                .path("pageInfo")
                .path("endCursor")
                .asText();
        checked = ledger.size();
        // What was recorded before the cursor is not told.
        before.addAll(ledger.claimIds());
        IntStream.range(0, count)
                .forEach(i -> subscribers.add(new Subscriber(ports, i, "claimRecorded", "id", cursor, report)));
        subscribers.add(new Subscriber(ports, 0, "claimChanged", "claimId", cursor, report));
        workload.faulty(false);
        workload.start(writers, READERS, seed);
    }

    private String h2() {
        return "jdbc:h2:file:" + directory.resolve("rostrum") + H2_OPTIONS;
    }

    /** Whether it can play a fault. */
    boolean can(Fault fault) {
        return switch (fault) {
            case KILL -> true;
            case DISK_FULL -> postgres == null;
            case KILL_ONE_OF_TWO -> servers.size() > 1;
            default -> postgres != null;
        };
    }

    /**
     * Lets everybody work, plays a fault, waits until all is well again, and looks whether everything that was
     * acknowledged is there.
     */
    void round(Fault fault) throws Exception {
        report.round();
        workload.resume();
        awaitWrites(LEAST_WRITES + random.nextInt(LEAST_WRITES));
        workload.faulty(true);
        play(fault);
        awaitAnswers(fault);
        workload.faulty(false);
        Thread.sleep(300);
        workload.pause();
        check(ledger.from(checked));
        if (fault == Fault.DISK_FULL) {
            // What the server answers may come from its memory; what is on the disk shows after a kill.
            killAll();
            awaitAnswers(fault);
            check(ledger.from(checked));
        }
        checkSubscribers();
        checked = ledger.size();
        servers.forEach(server -> report.endings(server.endings.getAndSet(0)));
        System.err.print(report.line());
    }

    /** So that each round has something to lose, whatever the machine is busy with. */
    private void awaitWrites(int writes) throws InterruptedException {
        for (int i = 0; i < MAX_WAITS && ledger.size() < checked + writes; i++) {
            Thread.sleep(20);
        }
        // Anywhere between two writes of a store that writes now and then.
        Thread.sleep(random.nextInt(200));
    }

    // Faults

    private void play(Fault fault) throws Exception {
        switch (fault) {
            case KILL -> killAll();
            case KILL_ONE_OF_TWO -> {
                ServerProcess one = servers.get(random.nextInt(servers.size()));
                one.kill();
                Thread.sleep(2_000);
                one.start();
            }
            case POSTGRES_STOP -> {
                postgres.stop();
                Thread.sleep(random.nextInt(4_000));
                postgres.start();
            }
            case POSTGRES_IMMEDIATE_STOP -> {
                postgres.stopImmediately();
                Thread.sleep(random.nextInt(4_000));
                postgres.start();
            }
            case POSTGRES_FREEZE -> {
                postgres.freeze();
                // Now and then longer than a request may take.
                Thread.sleep(3_000 + random.nextInt(11_000));
                postgres.thaw();
            }
            case POOL_EXHAUSTED -> exhaustPool();
            case CLIENT_PROXY -> spoil(clientProxies);
            case DATABASE_PROXY -> spoil(List.of(databaseProxy));
            case DISK_FULL -> fillDisk();
        }
    }

    private void killAll() throws IOException, InterruptedException {
        for (ServerProcess server : servers) {
            server.kill();
        }
        for (ServerProcess server : servers) {
            server.start();
        }
    }

    /** More requests that wait for a locked table than a server has connections. */
    private void exhaustPool() throws Exception {
        List<Thread> slow = new ArrayList<>();
        try (Connection blocker = postgres.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table actor in access exclusive mode");
            for (int i = 0; i < SLOW_REQUESTS; i++) {
                int port = ports[i % ports.length];
                Thread thread = new Thread(() -> {
                    try {
                        workload.ask(port, "{ actors(first: 100) { nodes { name } } }", Map.of());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                slow.add(thread);
                thread.start();
            }
            Thread.sleep(4_000 + random.nextInt(9_000));
            blocker.rollback();
        }
        for (Thread thread : slow) {
            thread.join();
        }
    }

    private void spoil(List<FaultProxy> proxies) throws InterruptedException {
        FaultProxy.Mode[] modes = FaultProxy.Mode.values();
        // Each kind once, with moments between in which connections can be made.
        for (int i = 1; i < modes.length; i++) {
            FaultProxy.Mode mode = modes[i];
            proxies.forEach(proxy -> proxy.mode(mode));
            Thread.sleep(500 + random.nextInt(1_000));
            proxies.forEach(proxy -> proxy.mode(FaultProxy.Mode.PASS));
            Thread.sleep(random.nextInt(500));
        }
    }

    private void fillDisk() throws IOException, InterruptedException {
        int before = workload.failures();
        int left = FULL_STEPS_AFTER_A_FAILURE;
        // H2 first uses up what is free inside of its file. What it gives back to the disk meanwhile is taken too.
        for (int i = 0; i < MAX_FULL_STEPS && left > 0; i++) {
            fill(directory.resolve("ballast-" + i));
            Thread.sleep(FULL_STEP_MILLIS);
            left -= workload.failures() > before ? 1 : 0;
        }
        if (left > 0) {
            report.problem(Problem.REFUSED, "the disk was full and no write noticed it: this round shows nothing");
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("ballast"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[BALLAST_BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // Full: what this was for.
            if (!e.getMessage().contains("No space left")) {
                throw e;
            }
        }
    }

    // Looking

    /**
     * Waits until every server answers reads and writes several times in a row; the fault is over when this is called.
     */
    private void awaitAnswers(Fault fault) throws InterruptedException {
        long end = System.nanoTime();
        for (ServerProcess server : servers) {
            server.awaitReady();
        }
        // How long a process takes to start depends on the machine; it is told, and not judged.
        double ready = fault.startsServers() ? (System.nanoTime() - end) / 1e9 : 0;
        double seconds = 0;
        for (int port : ports) {
            int good = 0;
            double back = 0;
            while (good < ANSWERS_IN_A_ROW && back < GIVE_UP_SECONDS) {
                boolean well =
                        workload.ask(port, "{ claims(first: 1) { nodes { id article { headline } } } }", Map.of())
                                        .ok()
                                && workload.ask(
                                                port,
                                                "mutation { recordActor(input: {type: GROUP, name: \"Fishermen of the east\"}) { actor { id } } }",
                                                Map.of())
                                        .ok();
                if (well && good++ == 0) {
                    back = (System.nanoTime() - end) / 1e9;
                } else if (!well) {
                    good = 0;
                    back = (System.nanoTime() - end) / 1e9;
                    Thread.sleep(200);
                }
            }
            seconds = Math.max(seconds, back);
        }
        report.recovered(seconds);
        if (seconds - ready > BACK_SECONDS) {
            report.problem(Problem.LATE, "after %.0f seconds".formatted(seconds));
        }
    }

    private void check(List<Entry> entries) throws InterruptedException {
        for (int i = 0; i < entries.size(); i += BATCH) {
            List<Entry> batch = entries.subList(i, Math.min(i + BATCH, entries.size()));
            JsonNode nodes = look(LOOK, batch.stream().map(Entry::id).toList());
            for (int j = 0; j < batch.size() && nodes != null; j++) {
                Entry entry = batch.get(j);
                JsonNode read = nodes.get(j);
                if (read.isNull()) {
                    ledger.lost(entry.id(), "is not there");
                    continue;
                }
                String difference = entry.difference().apply(read);
                if (difference != null) {
                    ledger.differs(entry, difference);
                }
            }
        }
        checkClaims();
    }

    /** The claims that were answered within articles, and those that subscribers heard of. */
    private void checkClaims() throws InterruptedException {
        Set<String> known = ledger.claimIds();
        List<String> fresh = known.stream().filter(id -> !seen.contains(id)).toList();
        List<String> heard = subscribers.stream()
                .flatMap(subscriber -> subscriber.heard().stream())
                .distinct()
                .filter(id -> !known.contains(id) && !seen.contains(id))
                .toList();
        for (List<String> ids : List.of(fresh, heard)) {
            for (int i = 0; i < ids.size(); i += NAMES_BATCH) {
                List<String> batch = ids.subList(i, Math.min(i + NAMES_BATCH, ids.size()));
                JsonNode nodes = look(NAMES, batch);
                for (int j = 0; j < batch.size() && nodes != null; j++) {
                    seen.add(batch.get(j));
                    if (!nodes.get(j).isNull() || ledger.isLost(batch.get(j))) {
                        continue;
                    }
                    if (known.contains(batch.get(j))) {
                        ledger.lost(batch.get(j), "is not there");
                    } else {
                        report.problem(
                                Problem.TOLD_WRONGLY, "told of the claim " + batch.get(j) + ", which is not there");
                    }
                }
            }
        }
    }

    private JsonNode look(String document, List<String> ids) throws InterruptedException {
        Answer answer = workload.ask(document, Map.of("ids", ids));
        if (!answer.ok()) {
            report.problem(Problem.REFUSED, "the harness could not look at " + ids + ": " + answer.errors());
            return null;
        }
        return answer.data().get("nodes");
    }

    private void checkSubscribers() throws InterruptedException {
        Set<String> told = ledger.claimIds();
        told.removeAll(before);
        long until = System.nanoTime() + HEAR_SECONDS * 1_000_000_000L;
        for (Subscriber subscriber : subscribers) {
            Set<String> missed = new HashSet<>(told);
            missed.removeAll(subscriber.heard());
            while (!missed.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(100);
                missed.removeAll(subscriber.heard());
            }
            missed.forEach(id -> report.problem(Problem.MISSED, "never told of " + id));
            subscriber.heard().addAll(missed);
        }
        before.addAll(told);
    }

    /**
     * Looks at everything that was acknowledged in the whole run, then, with the servers stopped, at the database
     * itself.
     */
    void checkAll() throws Exception {
        seen.clear();
        check(ledger.from(0));
        for (ServerProcess server : servers) {
            server.stop();
        }
        DatabaseCheck database = new DatabaseCheck(report);
        Map<String, Set<String>> derived;
        try (Connection connection = connect()) {
            database.checkRecords(connection);
            database.checkDerived(connection);
            derived = DatabaseCheck.snapshot(connection);
            DatabaseCheck.forgetReferenceFiles(connection);
        }
        // A server that finds no version of what it derives derives all of it anew.
        ServerProcess rebuilder = servers.get(0);
        rebuilder.start();
        rebuilder.awaitReady();
        rebuilder.stop();
        try (Connection connection = connect()) {
            database.compare(derived, DatabaseCheck.snapshot(connection));
        }
    }

    private Connection connect() throws SQLException {
        return postgres != null ? postgres.connect() : DriverManager.getConnection(h2(), "rostrum", "rostrum");
    }

    @Override
    public void close() throws IOException {
        workload.close();
        subscribers.forEach(Subscriber::close);
        servers.forEach(ServerProcess::close);
        for (FaultProxy proxy : clientProxies) {
            proxy.close();
        }
        if (postgres != null) {
            databaseProxy.close();
            postgres.close();
        }
    }
}
