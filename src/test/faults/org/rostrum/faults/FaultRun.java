package org.rostrum.faults;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Plays faults on the packaged server and tells what was lost. By hand: see docs/reliability.md. */
public final class FaultRun {

    private static final String ISSUER = "https://login.example";
    private static final String SMALL_DISK = "h2-small-disk";
    private static final Map<String, String> LONG = Map.of(
            "seed",
            "1",
            "writers",
            "4",
            "h2",
            "kill=50",
            SMALL_DISK,
            "disk_full=10",
            "postgresql",
            "kill=50,postgres_stop=10,postgres_immediate_stop=10,postgres_freeze=10,pool_exhausted=10,client_proxy=10,"
                    + "database_proxy=10",
            "two-servers",
            "kill_one_of_two=10,postgres_stop=3,database_proxy=3");
    private static final List<String> BENCHES = List.of("h2", SMALL_DISK, "postgresql", "two-servers");

    private final Path directory;
    private final long seed;
    private final int writers;
    private final FaultReport report = new FaultReport();
    private final KeyPair keys;

    /** A run whose databases and logs lie in a directory of their own below {@code target/faults}. */
    FaultRun(long seed, int writers) throws GeneralSecurityException, IOException {
        directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/faults").toAbsolutePath()), "run");
        this.seed = seed;
        this.writers = writers;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        Files.writeString(
                directory.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }

    /**
     * Plays faults and prints a table.
     *
     * @param args {@code name:value}: seed, writers, and for each bench its faults with their rounds, such as
     *     {@code h2:kill=50} or {@code postgresql:kill=50,postgres_stop=10}; without a bench the long run
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> given = new LinkedHashMap<>();
        for (String arg : args) {
            String[] parts = arg.split(":", 2);
            if (parts.length < 2 || !LONG.containsKey(parts[0])) {
                throw new IllegalArgumentException(
                        "expected name:value with one of the names " + LONG.keySet() + ", was " + arg);
            }
            given.put(parts[0], parts[1]);
        }
        boolean isLong = given.keySet().stream().noneMatch(BENCHES::contains);
        FaultRun run = new FaultRun(
                Long.parseLong(given.getOrDefault("seed", LONG.get("seed"))),
                Integer.parseInt(given.getOrDefault("writers", LONG.get("writers"))));
        for (String bench : BENCHES) {
            String plan = given.getOrDefault(bench, isLong ? LONG.get(bench) : null);
            if (plan != null) {
                run.play(bench, plan(plan));
            }
        }
        System.out.println(run.summary());
        // Threads of embedded libraries stay.
        System.exit(run.report.isClean() ? 0 : 1);
    }

    private static Map<Fault, Integer> plan(String text) {
        Map<Fault, Integer> plan = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String[] fault = part.split("=");
            plan.put(Fault.valueOf(fault[0].toUpperCase(Locale.ROOT)), Integer.parseInt(fault[1]));
        }
        return plan;
    }

    /**
     * Plays faults on one bench.
     *
     * @param name h2, h2-small-disk, postgresql or two-servers
     * @param plan how many rounds of which fault
     */
    void play(String name, Map<Fault, Integer> plan) throws Exception {
        boolean onSmallDisk = name.equals(SMALL_DISK);
        boolean onPostgres = !name.startsWith("h2");
        Path place = Files.createDirectory(directory.resolve(name));
        String reason = onSmallDisk ? SmallDisk.mount(place) : null;
        if (reason != null) {
            report.skipped(name, reason);
            return;
        }
        Thread unmount = new Thread(() -> SmallDisk.unmount(place));
        if (onSmallDisk) {
            // Also when the harness is interrupted.
            Runtime.getRuntime().addShutdownHook(unmount);
        }
        Map<String, String> settings = Map.of(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                directory.resolve("public.pem").toUri().toString(),
                "MP_JWT_VERIFY_ISSUER",
                ISSUER);
        String token = Jwt.upn("faults")
                .issuer(ISSUER)
                .groups(Set.of("reviewer"))
                .expiresIn(Duration.ofHours(24))
                .sign(keys.getPrivate());
        report.begin(name + " start");
        try (Bench bench = new Bench(
                place,
                onPostgres,
                name.equals("two-servers") ? 2 : 1,
                writers,
                seed,
                token,
                settings,
                directory,
                report)) {
            for (Map.Entry<Fault, Integer> fault : plan.entrySet()) {
                if (!bench.can(fault.getKey())) {
                    throw new IllegalArgumentException(fault.getKey() + " cannot be played on " + name);
                }
                report.begin(name + " " + fault.getKey());
                for (int i = 0; i < fault.getValue(); i++) {
                    bench.round(fault.getKey());
                }
            }
            report.begin(name + " at the end");
            bench.checkAll();
        } finally {
            if (onSmallDisk) {
                unmount.run();
                Runtime.getRuntime().removeShutdownHook(unmount);
            }
        }
    }

    boolean isClean() {
        return report.isClean();
    }

    /** The table, and what was found. */
    String summary() {
        return String.join(
                "\n",
                Arrays.asList(
                        "Seed " + seed + ", " + writers + " writers; logs in " + directory,
                        "",
                        report.table(),
                        String.join("\n", report.details())));
    }
}
