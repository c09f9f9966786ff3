package org.rostrum.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A short run of the faults, for every build: what is acknowledged stays, is there once and whole, and is told to
 * subscribers, whatever happens to the server, its database, its disk and its connections. The long run is by hand: see
 * docs/reliability.md.
 */
class FaultsIT {

    private static final int WRITERS = 4;
    private static final long SEED = 7;

    private static Map<Fault, Integer> plan(int rounds, Fault... faults) {
        Map<Fault, Integer> plan = new LinkedHashMap<>();
        for (Fault fault : faults) {
            plan.put(fault, rounds);
        }
        return plan;
    }

    private static void play(String bench, Map<Fault, Integer> plan) throws Exception {
        FaultRun run = new FaultRun(SEED, WRITERS);
        run.play(bench, plan);
        System.out.println(run.summary());
        assertTrue(run.isClean(), run::summary);
    }

    @Test
    void h2LosesNothingWhenTheServerIsKilled() throws Exception {
        play("h2", plan(2, Fault.KILL));
    }

    @Test
    void h2LosesNothingWhenTheDiskIsFull() throws Exception {
        play("h2-small-disk", plan(1, Fault.DISK_FULL));
    }

    @Test
    void nothingIsLostOnPostgresql() throws Exception {
        Map<Fault, Integer> plan = plan(1, Fault.KILL);
        plan.putAll(plan(
                1,
                Fault.POSTGRES_STOP,
                Fault.POSTGRES_IMMEDIATE_STOP,
                Fault.POSTGRES_FREEZE,
                Fault.POOL_EXHAUSTED,
                Fault.CLIENT_PROXY,
                Fault.DATABASE_PROXY));
        play("postgresql", plan);
    }

    @Test
    void nothingIsLostWhenOneOfTwoServersIsKilled() throws Exception {
        play("two-servers", plan(1, Fault.KILL_ONE_OF_TWO));
    }
}
