package org.rostrum.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rostrum.extraction.NewsExtractor;
import org.rostrum.faults.FaultReport.Problem;
import org.rostrum.faults.GraphQLClient.Answer;
import org.rostrum.faults.Ledger.Entry;

/**
 * Writers and readers that go on whatever happens. A writer sends what was not answered again, on the next server,
 * until it is: so every write ends acknowledged, and the ledger knows it.
 */
final class Workload implements AutoCloseable {

    private static final String CLAIM = "id text evidence { start end exact }";
    /** What is read of each kind of thing, to be compared with what was acknowledged. */
    static final String LOOK = "__typename id"
            + " ... on Article { url headline body publisher { name } claims(first: 40) { nodes { " + CLAIM + " } } }"
            + " ... on Claim { " + CLAIM
            + " review act reviewedBy history(first: 20) { nodes { action by } } links(first: 20, direction:"
            + " OUTGOING) { nodes { type to { id } } } }"
            + " ... on Actor { name aliases affiliations { title country { alpha2 } } }"
            + " ... on Event { title date participants { role actor { id } } claims(first: 10) { nodes { id } } }";

    private static final String BY = "faults";
    private static final Set<String> RETRIED = Set.of(
            "UNAVAILABLE",
            "INTERNAL",
            GraphQLClient.DEADLINE,
            GraphQLClient.UNREACHABLE,
            GraphQLClient.CUT,
            GraphQLClient.SILENCE,
            "HTTP 503");
    private static final long GIVE_UP_NANOS = 300_000_000_000L;
    /** How long a writer waits before it sends again, for each time that it did. */
    private static final long RETRY_MILLIS = 150;

    private static final int MAX_PAUSES = 8;
    private static final long READ_PAUSE_MILLIS = 40;
    private static final int CLAIMS_TO_AN_ARTICLE = 4;
    private static final String[] READS = {
        "{ claims(first: 20) { nodes { id text speaker { name country { name } } article { headline publisher { name } } } } }",
        "{ events(first: 10) { nodes { title participants { actor { name } } } } }",
        "{ actors(first: 20, filter: {confirmed: false}) { nodes { name affiliations { title } } } }",
        "{ search(query: \"harbour\", first: 5) { nodes { __typename } } }"
    };

    private final int[] ports;
    private final GraphQLClient client;
    private final Ledger ledger;
    private final FaultReport report;
    private final ArticleTemplates templates;
    private final NewsExtractor reader = new NewsExtractor();
    private final List<Thread> threads = new ArrayList<>();
    private final ReadWriteLock turn = new ReentrantReadWriteLock(true);
    private final AtomicInteger server = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean faulty;
    private volatile boolean closed;

    Workload(int[] ports, GraphQLClient client, Ledger ledger, FaultReport report, String run) {
        this.ports = ports;
        this.client = client;
        this.ledger = ledger;
        this.report = report;
        templates = new ArticleTemplates(run);
        turn.writeLock().lock();
    }

    /** Adds writers and readers; they wait for {@link #resume}, which the thread that made this must call. */
    void start(int writers, int readers, long seed) {
        for (int i = 0; i < writers; i++) {
            Random random = new Random(seed * 1_000 + i);
            thread("writer " + i, () -> write(random));
        }
        for (int i = 0; i < readers; i++) {
            Random random = new Random(seed * 2_000 + i);
            thread("reader " + i, () -> read(random));
        }
    }

    /** Whether there is a fault now: outside of one every request must be answered with success. */
    void faulty(boolean now) {
        faulty = now;
    }

    /** How many times a write was not answered with success until now. */
    int failures() {
        return failures.get();
    }

    void resume() {
        turn.writeLock().unlock();
    }

    /** Waits until every write is acknowledged and every read answered; then nothing is sent until {@link #resume}. */
    void pause() {
        turn.writeLock().lock();
    }

    /** One step of a writer or a reader. */
    private interface Step {
        void run() throws InterruptedException;
    }

    private void thread(String name, Step step) {
        Thread thread = new Thread(() -> repeat(step), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void repeat(Step step) {
        while (!closed) {
            turn.readLock().lock();
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                report.problem(Problem.REFUSED, "the harness could not go on with an answer: " + e);
            } finally {
                turn.readLock().unlock();
            }
        }
    }

    // Writing

    private void write(Random random) throws InterruptedException {
        int kind = random.nextInt(100);
        if (kind < 45) {
            submit(random);
        } else if (kind < 60) {
            recordClaim(random);
        } else if (kind < 70) {
            review(random);
        } else if (kind < 80) {
            link(random);
        } else if (kind < 88) {
            recordActor(templates.newName());
        } else if (kind < 93) {
            updateActor(random);
        } else {
            recordEvent(random);
        }
    }

    /** Submits an article. */
    void submit(Random random) throws InterruptedException {
        ArticleTemplates.Article article = templates.next(random);
        JsonNode payload = perform(
                "submitArticle",
                "alreadyKnown article { id } claims { " + CLAIM + " }",
                Map.of(
                        "url",
                        article.url(),
                        "headline",
                        article.headline(),
                        "publisher",
                        article.publisher(),
                        "publishedAt",
                        article.day() + "T12:00:00Z",
                        "body",
                        article.body()));
        if (payload == null) {
            return;
        }
        String id = payload.path("article").path("id").asText();
        JsonNode claims = payload.get("claims");
        int expected =
                reader.extract(article.body(), article.day()).statements().size();
        if (claims.size() != expected) {
            report.problem(
                    Problem.HALF_WRITTEN,
                    article.url() + " was answered with " + claims.size() + " claims, its text has " + expected);
        }
        ledger.named(article.url(), id);
        ledger.acknowledged(new Entry(id, "article", read -> {
            boolean same = read.path("url").asText().equals(article.url())
                    && read.path("headline").asText().equals(article.headline())
                    && read.path("body").asText().equals(article.body())
                    && read.path("publisher").path("name").asText().equals(article.publisher());
            Set<JsonNode> missing = nodes(claims);
            missing.removeAll(nodes(read.path("claims").path("nodes")));
            return !same ? "reads " + read : missing.isEmpty() ? null : "has not its claims " + missing;
        }));
        claims.forEach(claim -> ledger.claim(new Ledger.Claim(claim.path("id").asText(), id)));
        ledger.article(new Ledger.Article(id, article.body()));
    }

    private void recordClaim(Random random) throws InterruptedException {
        Ledger.Article article = ledger.anyArticle(random);
        if (article == null) {
            return;
        }
        // Words that no statement is likely to begin with: the extracted ones begin at sentences and quotation marks.
        int start = article.body().indexOf(' ', random.nextInt(article.body().length() / 2)) + 1;
        int end = article.body().indexOf(' ', start + 30 + random.nextInt(20));
        if (start < 1
                || end < 0
                || !ledger.use("claim at " + start, article.id())
                || !ledger.use("claim " + random.nextInt(CLAIMS_TO_AN_ARTICLE), article.id())) {
            return;
        }
        String exact = article.body().substring(start, end);
        if (exact.isBlank()) {
            return;
        }
        Map<String, Object> input = new HashMap<>(Map.of(
                "articleId",
                article.id(),
                "kind",
                "INDIRECT",
                "text",
                exact,
                "evidence",
                List.of(Map.of("start", start, "end", end, "exact", exact))));
        String speaker = ledger.anyActor(random);
        if (speaker != null) {
            input.put("speaker", speaker);
        }
        JsonNode payload = perform("recordClaim", "claim { " + CLAIM + " }", input);
        if (payload != null) {
            JsonNode claim = payload.get("claim");
            String id = claim.path("id").asText();
            ledger.named("claim at " + start + " of " + article.id(), id);
            ledger.claim(new Ledger.Claim(id, id));
            ledger.acknowledged(new Entry(
                    id,
                    "claim",
                    read -> !read.path("text").equals(claim.path("text"))
                                    || !read.path("evidence").equals(claim.path("evidence"))
                            ? "reads " + read
                            : has(read, "RECORDED") ? null : "has no history"));
        }
    }

    private void review(Random random) throws InterruptedException {
        Ledger.Claim claim = ledger.anyClaim(random);
        if (claim == null || !ledger.use("review", claim.id())) {
            return;
        }
        boolean corrected = random.nextBoolean();
        Map<String, Object> input =
                new HashMap<>(Map.of("claimId", claim.id(), "review", corrected ? "CORRECTED" : "CONFIRMED"));
        if (corrected) {
            input.put("act", "DENY");
        }
        if (perform("reviewClaim", "claim { id }", input) != null) {
            ledger.acknowledged(new Entry(
                    claim.id(),
                    "review",
                    read -> read.path("review").equals(GraphQLClient.JSON.valueToTree(input.get("review")))
                                    && read.path("reviewedBy").asText().equals(BY)
                                    && (!corrected || read.path("act").asText().equals("DENY"))
                                    && has(read, "REVIEWED")
                            ? null
                            : "reads " + read));
        }
    }

    private void link(Random random) throws InterruptedException {
        Ledger.Claim from = ledger.anyClaim(random);
        Ledger.Claim to = ledger.anyClaim(random);
        if (from == null || from.equals(to) || !ledger.use("link", from.id())) {
            return;
        }
        JsonNode payload = perform(
                "linkClaims",
                "link { id }",
                Map.of("fromClaimId", from.id(), "toClaimId", to.id(), "type", "SUPPORTS"));
        if (payload != null) {
            ledger.acknowledged(new Entry(from.id(), "link", read -> {
                int found = 0;
                for (JsonNode link : read.path("links").path("nodes")) {
                    found += link.path("type").asText().equals("SUPPORTS")
                                    && link.path("to").path("id").asText().equals(to.id())
                            ? 1
                            : 0;
                }
                return found == 1 ? null : "has the link " + found + " times";
            }));
        }
    }

    /** Records a person. */
    void recordActor(String name) throws InterruptedException {
        JsonNode payload = perform(
                "recordActor",
                "actor { id }",
                Map.of("type", "PERSON", "name", name, "country", "NO", "aliases", List.of(name + " Junior")));
        if (payload != null) {
            String id = payload.path("actor").path("id").asText();
            ledger.named(name, id);
            ledger.acknowledged(new Entry(
                    id,
                    "actor",
                    read -> read.path("name").asText().equals(name)
                                    && strings(read.path("aliases")).contains(name + " Junior")
                            ? null
                            : "reads " + read));
            ledger.actor(id);
        }
    }

    private void updateActor(Random random) throws InterruptedException {
        String id = ledger.anyActor(random);
        if (id == null || !ledger.use("update", id)) {
            return;
        }
        // The posts change what country and capacity the person's claims have.
        JsonNode payload = perform(
                "updateActor",
                "actor { id }",
                Map.of(
                        "actorId",
                        id,
                        "affiliations",
                        List.of(
                                Map.of("title", "Minister of Fisheries", "country", "CL", "from", "2024-03-01"),
                                Map.of(
                                        "title",
                                        "Ambassador",
                                        "country",
                                        "PT",
                                        "from",
                                        "2023-01-01",
                                        "until",
                                        "2024-02-29"))));
        if (payload != null) {
            ledger.acknowledged(new Entry(id, "update", read -> {
                Set<String> posts = new HashSet<>();
                read.path("affiliations")
                        .forEach(post -> posts.add(post.path("title").asText()
                                + ' '
                                + post.path("country").path("alpha2").asText()));
                return posts.equals(Set.of("Minister of Fisheries CL", "Ambassador PT")) ? null : "reads " + read;
            }));
        }
    }

    private void recordEvent(Random random) throws InterruptedException {
        String one = ledger.anyActor(random);
        String other = ledger.anyActor(random);
        Ledger.Claim claim = ledger.anyClaim(random);
        if (one == null || one.equals(other) || claim == null) {
            return;
        }
        String title = "Talks on how " + templates.clause(random) + " " + ledger.size();
        JsonNode payload = perform(
                "recordEvent",
                "event { id }",
                Map.of(
                        "type",
                        "CONSULT",
                        "title",
                        title,
                        "date",
                        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300)).toString(),
                        "participants",
                        List.of(Map.of("actor", one, "role", "SOURCE"), Map.of("actor", other, "role", "TARGET")),
                        "claims",
                        List.of(claim.id())));
        if (payload != null) {
            String id = payload.path("event").path("id").asText();
            ledger.acknowledged(new Entry(id, "event", read -> {
                Set<String> parts = new HashSet<>();
                read.path("participants")
                        .forEach(part -> parts.add(part.path("role").asText()
                                + ' '
                                + part.path("actor").path("id").asText()));
                Set<String> claims = new HashSet<>();
                read.path("claims")
                        .path("nodes")
                        .forEach(node -> claims.add(node.path("id").asText()));
                return read.path("title").asText().equals(title)
                                && parts.equals(Set.of("SOURCE " + one, "TARGET " + other))
                                && claims.equals(Set.of(claim.id()))
                        ? null
                        : "reads " + read;
            }));
        }
    }

    /** Sends a mutation until it is acknowledged; its payload, or null where it is refused for good. */
    private JsonNode perform(String mutation, String selection, Map<String, Object> input) throws InterruptedException {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + type + "!) { payload: " + mutation + "(input: $input) { " + selection
                + " userErrors { code message path } } }";
        long start = System.nanoTime();
        for (int attempt = 0; !closed; attempt++) {
            Answer answer = ask(document, Map.of("input", input));
            if (answer.ok()) {
                JsonNode payload = answer.data().get("payload");
                for (JsonNode error : payload.path("userErrors")) {
                    if (!error.path("code").asText().equals("ALREADY_EXISTS")) {
                        report.problem(Problem.REFUSED, mutation + " after " + attempt + " other answers: " + error);
                        return null;
                    }
                }
                // What was written comes as the one field of the payload that is an object.
                if (payload.properties().stream()
                        .noneMatch(field -> field.getValue().isObject())) {
                    report.problem(Problem.LOST, mutation + " was acknowledged without what it wrote: " + payload);
                    return null;
                }
                return payload;
            }
            if (!RETRIED.contains(answer.code()) || System.nanoTime() - start > GIVE_UP_NANOS) {
                report.problem(
                        Problem.REFUSED,
                        mutation + " after " + attempt + " other answers: " + answer.code() + " " + answer.errors());
                return null;
            }
            report.retried();
            failures.incrementAndGet();
            Thread.sleep(RETRY_MILLIS * Math.min(attempt + 1, MAX_PAUSES));
        }
        return null;
    }

    // Reading

    private void read(Random random) throws InterruptedException {
        Ledger.Article article = ledger.anyArticle(random);
        boolean answered;
        if (article == null || random.nextBoolean()) {
            answered = ask(READS[random.nextInt(READS.length)], Map.of()).ok();
        } else {
            Answer answer = ask("query($id: ID!) { article(id: $id) { body } }", Map.of("id", article.id()));
            answered = answer.ok();
            if (answered && !answer.data().path("article").path("body").asText().equals(article.body())) {
                ledger.lost(article.id(), "was not found by a reader");
            }
        }
        // A server that is away is not asked as often.
        Thread.sleep(answered ? READ_PAUSE_MILLIS : RETRY_MILLIS * MAX_PAUSES);
    }

    /**
     * Sends a document to the server whose turn it is, of several the next with each request, and counts what becomes
     * of it.
     */
    Answer ask(String document, Map<String, Object> variables) throws InterruptedException {
        return ask(ports[Math.floorMod(server.getAndIncrement(), ports.length)], document, variables);
    }

    /** Sends a document to the server behind a port and counts what becomes of it. */
    Answer ask(int port, String document, Map<String, Object> variables) throws InterruptedException {
        boolean before = faulty;
        Answer answer = client.ask(port, document, variables);
        boolean during = before || faulty;
        if (during || !answer.ok()) {
            report.answered(answer.code(), answer.millis());
        }
        if (answer.code().equals("INTERNAL")) {
            report.problem(
                    Problem.INTERNAL,
                    (during ? "during a fault: " : "without a fault: ") + document + " " + answer.errors());
        } else if (!answer.ok() && !during) {
            report.problem(Problem.REFUSED, "without a fault: " + answer.code() + " " + answer.errors());
        }
        return answer;
    }

    private static boolean has(JsonNode claim, String action) {
        for (JsonNode change : claim.path("history").path("nodes")) {
            if (change.path("action").asText().equals(action)
                    && change.path("by").asText().equals(BY)) {
                return true;
            }
        }
        return false;
    }

    private static Set<JsonNode> nodes(JsonNode array) {
        Set<JsonNode> nodes = new HashSet<>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new HashSet<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
