package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What several writers tell of at the same time is recorded once. */
@QuarkusTest
class ConcurrentWritesTest extends ApiTest {

    private static final int PAIRS = 8;
    private static final int ROUNDS = 6;
    private static final int WRITERS = 6;
    private static final int STEPS = 5;
    private static final long SEED = 20_261_125;

    /** Does things at the same time; gives what they gave, in order. */
    private static <T> List<T> together(List<Callable<T>> things) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(things.size());
        try {
            CyclicBarrier start = new CyclicBarrier(things.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> thing : things) {
                running.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return thing.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get(60, TimeUnit.SECONDS));
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> telling(String body) {
        return with(article(body + " " + unique("Number")), "extract", true);
    }

    private static JsonPath submit(Map<String, Object> article) {
        return change(
                "submitArticle",
                "alreadyKnown article { id publisher { id } } claims { id speaker { id name } }",
                article);
    }

    /** A surname that no other sounds like, most likely: one that did would be taken for the same person's. */
    private static String surname() {
        StringBuilder name = new StringBuilder("Q");
        ThreadLocalRandom.current()
                .ints(5, 0, CONSONANTS.length())
                .forEach(at -> name.append("aeiou".charAt(at % 5)).append(CONSONANTS.charAt(at)));
        return name.append("ev").toString();
    }

    private static final String CONSONANTS = "bdfgklmnprstvz";

    private static int actors(String name) {
        List<String> names = ask(
                        "query($n: String) { actors(first: 100, filter: {text: $n}) { nodes { name } } }",
                        Map.of("n", name))
                .getList("actors.nodes.name");
        return (int) names.stream().filter(name::equals).count();
    }

    @Test
    void anUnknownPublisherOfTwoArticlesIsOne() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String name = unique("Twice Printed");
            List<JsonPath> both = together(List.of(
                    () -> submit(with(article(unique("one")), "publisher", name)),
                    () -> submit(with(article(unique("other")), "publisher", name))));
            assertEquals(
                    both.get(0).getString("article.publisher.id"), both.get(1).getString("article.publisher.id"));
            assertEquals(1, actors(name));
        }
    }

    @Test
    void anArticleSentTwiceAtOnceIsStoredOnce() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            Map<String, Object> article =
                    telling("“We will wait for the ship,” Kremlin spokesman Dmitry Peskov said on Tuesday.");
            List<JsonPath> both = together(List.of(() -> submit(article), () -> submit(article)));
            assertEquals(both.get(0).getString("article.id"), both.get(1).getString("article.id"));
            assertTrue(both.get(0).getBoolean("alreadyKnown") ^ both.get(1).getBoolean("alreadyKnown"));
            assertEquals(
                    1,
                    ask(
                                    "query($a: ID!) { article(id: $a) { claims { totalCount } } }",
                                    Map.of("a", both.get(0).getString("article.id")))
                            .getInt("article.claims.totalCount"));
        }
    }

    @Test
    void anUnknownPersonOfTwoArticlesIsOneAlsoWhenSpeltDifferently() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String surname = surname();
            String one = "“The sirens went all night,” said Zoryana " + surname + ", the mayor of Kharkiv, on Monday.";
            String other = "“We slept in the cellar,” said Zoryana "
                    + (i % 2 == 0 ? surname : surname.replace("ev", "eff")) + ", the mayor of Kharkiv, on Monday.";
            List<JsonPath> both = together(List.of(() -> submit(telling(one)), () -> submit(telling(other))));
            assertNotNull(both.get(0).getString("claims[0].speaker.id"));
            assertEquals(
                    both.get(0).getString("claims[0].speaker.id"), both.get(1).getString("claims[0].speaker.id"));
            String speaker = both.get(0).getString("claims[0].speaker.id");
            List<Object> posts = ask(
                            "query($a: ID!) { actor(id: $a) { name affiliations { title from attestedFrom country { name } organization { name } } } }",
                            Map.of("a", speaker))
                    .getList("actor.affiliations");
            assertEquals(1, posts.size(), posts::toString);
        }
    }

    @Test
    void aPostThatTwoArticlesTellOfSomebodyKnownIsOne() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String name = "Halyna " + surname();
            String known = person(name, "country", "UA");
            String body = "“It was a cold night,” said " + name + ", the governor of Kharkiv, on Monday.";
            List<JsonPath> both = together(List.of(() -> submit(telling(body)), () -> submit(telling(body))));
            both.forEach(one -> assertEquals(known, one.getString("claims[0].speaker.id")));
            assertEquals(
                    1,
                    ask("query($a: ID!) { actor(id: $a) { affiliations { title } } }", Map.of("a", known))
                            .getList("actor.affiliations")
                            .size());
        }
    }

    @Test
    void aClaimHasItsSpeakersPostAlsoWhenBothAreRecordedTogether() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String speaker = person(unique("Envoy To Be"));
            String article = store(unique("evidence"));
            List<String> both = together(List.of(
                    () -> record(with(claim(article, 0, 8), "speaker", speaker, "saidOn", "2025-03-13")),
                    () -> change(
                                    "updateActor",
                                    "actor { id }",
                                    input(
                                            "actorId",
                                            speaker,
                                            "affiliations",
                                            List.of(input("title", "Envoy", "from", "2025-01-01", "country", "UA"))))
                            .getString("actor.id")));
            assertEquals(
                    "Envoy",
                    ask("query($c: ID!) { claim(id: $c) { capacity { title } } }", Map.of("c", both.get(0)))
                            .getString("claim.capacity.title"));
        }
    }

    @Test
    void whoIsMergedWhileAnArticleNamesThemHasItsClaimsAtTheOther() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String name = "Oksana " + surname();
            String one = person(name, "country", "UA");
            String other = person(unique("Somebody"), "country", "UA");
            String body = "“It was a cold night,” said " + name + ", the governor of Kharkiv, on Monday.";
            together(List.of(
                    () -> submit(telling(body)),
                    () -> change("mergeActors", "actor { id }", input("actorId", one, "intoActorId", other))));
            assertEquals(
                    1,
                    ask("query($a: ID!) { actor(id: $a) { claims { totalCount } } }", Map.of("a", other))
                            .getInt("actor.claims.totalCount"));
        }
    }

    @Test
    void anEventOfTwoArticlesIsOne() throws Exception {
        String[] days = {
            "3 March 2003",
            "4 March 2003",
            "11 March 2003",
            "18 March 2003",
            "25 March 2003",
            "1 April 2003",
            "8 April 2003",
            "15 April 2003"
        };
        for (String day : days) {
            String body = "Emmanuel Macron met Wang Yi in Geneva on " + day + ".";
            List<JsonPath> both = together(List.of(() -> submit(telling(body)), () -> submit(telling(body))));
            Set<String> events = new HashSet<>();
            both.forEach(one -> events.addAll(ask(
                            "query($a: ID!) { article(id: $a) { events { nodes { id } } } }",
                            Map.of("a", one.getString("article.id")))
                    .<String>getList("article.events.nodes.id")));
            assertEquals(1, events.size(), () -> day + ": " + events);
        }
    }

    @Test
    void twoReportsOfOneUtteranceThatComeTogetherFindEachOther() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            String speaker = person(unique("Reported"));
            String words =
                    "Nobody will sell the harbour number " + i + " of this old town to a company that has no ships";
            String one = store(words + unique(" one"));
            String other = store(words + unique(" other"));
            List<String> claims = together(List.of(
                    () -> record(with(claim(one, 0, words.length()), "speaker", speaker, "saidOn", "2025-03-13")),
                    () -> record(with(claim(other, 0, words.length()), "speaker", speaker, "saidOn", "2025-03-13"))));
            assertEquals(
                    List.of(claims.get(1)),
                    ask(
                                    "query($c: ID!) { claim(id: $c) { otherReports { nodes { id } } } }",
                                    Map.of("c", claims.get(0)))
                            .getList("claim.otherReports.nodes.id"));
        }
    }

    @Test
    void oneOfTwoRecordsOfTheSameThingIsToldThatItExists() throws Exception {
        List<String> claims = articleWithClaims(2);
        String event = "An event that two record";
        for (int i = 0; i < PAIRS; i++) {
            int round = i;
            String name = unique("Two Record");
            assertOneExists("recordActor", input("type", "PERSON", "name", name));
            assertEquals(1, actors(name));
            assertOneExists(
                    "recordEvent", input("type", "CONSULT", "title", unique(event), "date", "2001-05-0" + (i + 1)));
            String article = store(unique("evidence"));
            assertOneExists("recordClaim", claim(article, 0, 8));
            if (round < LINKS.size()) {
                assertOneExists(
                        "linkClaims",
                        input("fromClaimId", claims.get(1), "toClaimId", claims.get(2), "type", LINKS.get(round)));
            }
        }
    }

    private static final List<String> LINKS = List.of(
            "REPLIES_TO", "AGREES_WITH", "DISAGREES_WITH", "DISPUTES", "CONFIRMS", "CORRECTS", "RETRACTS", "SUPPORTS");

    private static void assertOneExists(String mutation, Map<String, Object> input) throws Exception {
        List<JsonPath> both = together(List.of(() -> mutate(mutation, "", input), () -> mutate(mutation, "", input)));
        List<String> codes = new ArrayList<>();
        both.forEach(one -> codes.addAll(one.getList("userErrors.code")));
        assertEquals(List.of("ALREADY_EXISTS"), codes, mutation);
    }

    /** Several writers do things from a small stock of names at random; afterwards nothing is there twice. */
    @Test
    void whateverTheOrderNothingIsThereTwice() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            List<String> surnames = List.of(surname(), surname() + "a", surname() + "i");
            List<String> publishers = List.of(unique("Random Press"), unique("Random Post"));
            List<Callable<List<String>>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                Random random = new Random(seed * 31 + w);
                writers.add(() -> {
                    List<String> articles = new ArrayList<>();
                    for (int step = 0; step < STEPS; step++) {
                        step(random, surnames, publishers).ifPresent(articles::add);
                    }
                    return articles;
                });
            }
            together(writers);
            for (String publisher : publishers) {
                assertTrue(actors(publisher) <= 1, () -> publisher + ", seed " + seed);
            }
            for (String surname : surnames) {
                JsonPath found = ask(
                        "query($n: String) { actors(first: 100, filter: {text: $n}) { nodes { id name affiliations { title country { name } } events(first: 50) { nodes { title date } } } } }",
                        Map.of("n", surname));
                List<String> names = found.getList("actors.nodes.name");
                assertEquals(new HashSet<>(names).size(), names.size(), () -> names + ", seed " + seed);
                for (List<Object> posts : found.<List<Object>>getList("actors.nodes.affiliations")) {
                    assertEquals(new HashSet<>(posts).size(), posts.size(), () -> posts + ", seed " + seed);
                }
                for (List<Object> events : found.<List<Object>>getList("actors.nodes.events.nodes")) {
                    assertEquals(new HashSet<>(events).size(), events.size(), () -> events + ", seed " + seed);
                }
            }
        }
    }

    private static java.util.Optional<String> step(Random random, List<String> surnames, List<String> publishers) {
        String name = "Zoryana " + surnames.get(random.nextInt(surnames.size()));
        switch (random.nextInt(4)) {
            case 0 -> mutate("recordActor", "", input("type", "PERSON", "name", name));
            case 1 ->
                mutate(
                        "recordActor",
                        "",
                        input("type", "PERSON", "name", unique("Another"), "aliases", List.of(unique("Alias"))));
            default -> {
                String body = "“The sirens went all night,” said " + name + ", the mayor of Kharkiv, on Monday. " + name
                        + " met Wang Yi in Geneva on " + (1 + random.nextInt(3)) + " May 2004.";
                return java.util.Optional.of(
                        submit(with(telling(body), "publisher", publishers.get(random.nextInt(publishers.size()))))
                                .getString("article.id"));
            }
        }
        return java.util.Optional.empty();
    }
}
