package org.rostrum.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.rostrum.faults.FaultReport.Problem;

/** Remembers every write that the server acknowledged, and how each can be looked at afterwards. */
final class Ledger {

    /**
     * An acknowledged write.
     *
     * @param id of the thing that was written
     * @param what names the write for people
     * @param difference tells how a thing that was read differs from what was acknowledged; null where it does not
     */
    record Entry(String id, String what, Function<JsonNode, String> difference) {}

    /**
     * A claim that was acknowledged.
     *
     * @param write the id of what was written: the claim itself, or the article in whose text it was found
     */
    record Claim(String id, String write) {}

    /** An article that was acknowledged. */
    record Article(String id, String body) {}

    private final FaultReport report;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final List<Article> articles = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    Ledger(FaultReport report) {
        this.report = report;
    }

    synchronized void acknowledged(Entry entry) {
        entries.add(entry);
        report.acknowledged();
    }

    synchronized void claim(Claim claim) {
        claims.put(claim.id, claim);
    }

    synchronized void article(Article article) {
        articles.add(article);
    }

    synchronized void actor(String id) {
        actors.add(id);
    }

    /** Notes the id that a key such as a url has; another one than before means that the thing is there twice. */
    synchronized void named(String key, String id) {
        String known = ids.putIfAbsent(key, id);
        if (known != null && !known.equals(id) && !lost.contains(known)) {
            report.problem(Problem.TWICE, key + " is " + known + " and " + id);
        }
    }

    /** A claim by chance; null where there are none. */
    synchronized Claim anyClaim(Random random) {
        return any(List.copyOf(claims.values()), random);
    }

    /** An article by chance; null where there are none. */
    synchronized Article anyArticle(Random random) {
        return any(articles, random);
    }

    /** An actor by chance; null where there are none. */
    synchronized String anyActor(Random random) {
        return any(actors, random);
    }

    /** Whether nobody has used this for this purpose before; from now on somebody has. */
    synchronized boolean use(String purpose, String id) {
        return used.add(purpose + ' ' + id);
    }

    synchronized int size() {
        return entries.size();
    }

    /** The entries from a place on. */
    synchronized List<Entry> from(int place) {
        return List.copyOf(entries.subList(place, entries.size()));
    }

    /** The ids of the claims that must be there. */
    synchronized Set<String> claimIds() {
        return new LinkedHashSet<>(claims.keySet());
    }

    /**
     * Notes that a thing is gone: each write of it is reported once, and nothing refers any more to it or to what it
     * brought along.
     */
    synchronized void lost(String id, String how) {
        List<Entry> gone = entries.stream().filter(entry -> entry.id.equals(id)).toList();
        if (gone.isEmpty() && !lost.contains(id)) {
            report.problem(Problem.HALF_WRITTEN, id + " " + how + ", though what it was written with is there");
        }
        gone.forEach(entry -> report.problem(Problem.LOST, entry.what + " " + id + " " + how));
        entries.removeAll(gone);
        lost.add(id);
        claims.values().stream().filter(claim -> claim.write.equals(id)).forEach(claim -> lost.add(claim.id));
        claims.values().removeIf(claim -> lost.contains(claim.id));
        articles.removeIf(article -> article.id.equals(id));
        actors.remove(id);
    }

    /** Notes that a thing is there, but not as it was acknowledged: reported once. */
    synchronized void differs(Entry entry, String how) {
        if (entries.remove(entry)) {
            report.problem(Problem.LOST, entry.what + " of " + entry.id + " " + how);
        }
    }

    synchronized boolean isLost(String id) {
        return lost.contains(id);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
