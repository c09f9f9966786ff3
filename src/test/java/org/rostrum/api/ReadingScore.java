package org.rostrum.api;

import static org.rostrum.api.ApiTest.ask;
import static org.rostrum.api.ApiTest.input;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rostrum.graph.value.TextNormalizer;

/**
 * Compares what the API tells of an article that was read with a reading made by hand: for each claim that the
 * hand-made one has, whether one with mostly the same content is there, with the same speaker, country and day; for
 * each event, whether one of the same type and day with the same actors is there.
 */
final class ReadingScore {

    private static final double SAME_CONTENT = 0.5;

    int claims;
    int found;
    int speakers;
    int wrongSpeakers;
    int countries;
    int dated;
    int dates;
    int links;
    int linksFound;
    int goldEvents;
    int events;
    int foundEvents;
    final List<String> misses = new ArrayList<>();

    private record Told(
            String id,
            Set<Integer> content,
            String speaker,
            Set<String> names,
            String country,
            String saidOn,
            String mention,
            String attribution) {}

    /**
     * Adds an article.
     *
     * @param gold the reading made by hand, in the format of {@code ../shared/samples}
     * @param article the id of the article in the API
     */
    void add(JsonPath gold, String article) {
        List<Told> told = told(article);
        Map<String, Map<String, Object>> actors = gold.getMap("actors");
        Map<String, Told> matched = new HashMap<>();
        for (Map<String, Object> claim : gold.<Map<String, Object>>getList("claims")) {
            Told match = match(claim, told);
            if (match != null) {
                matched.put((String) claim.get("id"), match);
            }
            if (Boolean.FALSE.equals(claim.get("required"))) {
                continue;
            }
            claims++;
            compare(
                    gold.getString("article.file") + " " + claim.get("id"),
                    claim,
                    match,
                    claim.get("speaker") == null ? null : actors.get(claim.get("speaker")));
        }
        for (Map<String, Object> claim : gold.<Map<String, Object>>getList("claims")) {
            if (claim.get("repliesTo") != null) {
                links++;
                Told from = matched.get(claim.get("id"));
                Told to = matched.get(claim.get("repliesTo"));
                boolean linked = from != null
                        && to != null
                        && ask(
                                        "query($id: ID!) { claim(id: $id) { links(direction: OUTGOING) { nodes { to { id } } } } }",
                                        Map.of("id", from.id))
                                .getList("claim.links.nodes.to.id")
                                .contains(to.id);
                linksFound += linked ? 1 : 0;
                if (!linked) {
                    misses.add(gold.getString("article.file") + " " + claim.get("id") + " does not reply to "
                            + claim.get("repliesTo"));
                }
            }
        }
        events(gold, article, actors);
    }

    private void compare(String name, Map<String, Object> claim, Told match, Map<String, Object> speaker) {
        if (claim.get("saidOn") != null) {
            dated++;
        }
        if (match == null) {
            misses.add(name + " not found: " + claim.get("text"));
            return;
        }
        found++;
        boolean right =
                speaker == null ? match.speaker == null : match.speaker != null && isNamed(match.names, speaker);
        speakers += right ? 1 : 0;
        wrongSpeakers += !right && match.speaker != null ? 1 : 0;
        if (!right) {
            misses.add(name + " speaker " + match.speaker + " (" + match.mention + ") for "
                    + (speaker == null ? null : speaker.get("name")) + ": " + match.attribution);
        }
        Object country =
                claim.containsKey("country") ? claim.get("country") : speaker == null ? null : speaker.get("country");
        boolean there = Objects.equals(country, match.country);
        countries += there ? 1 : 0;
        if (!there) {
            misses.add(name + " country " + match.country + " (" + match.mention + ") for " + country);
        }
        if (claim.get("saidOn") != null) {
            boolean then = claim.get("saidOn").equals(match.saidOn);
            dates += then ? 1 : 0;
            if (!then) {
                misses.add(name + " saidOn " + match.saidOn + " for " + claim.get("saidOn"));
            }
        }
    }

    private static boolean isNamed(Set<String> names, Map<String, Object> actor) {
        return names.contains(TextNormalizer.key((String) actor.get("name")));
    }

    private static Told match(Map<String, Object> claim, List<Told> told) {
        Set<Integer> wanted = new HashSet<>();
        for (Object span : (List<?>) claim.get("content")) {
            List<?> ends = (List<?>) span;
            for (int at = (int) ends.get(0); at < (int) ends.get(1); at++) {
                wanted.add(at);
            }
        }
        Told best = null;
        double most = SAME_CONTENT;
        for (Told one : told) {
            Set<Integer> both = new HashSet<>(wanted);
            both.retainAll(one.content);
            double share = (double) both.size() / (wanted.size() + one.content.size() - both.size());
            if (share >= most) {
                most = share;
                best = one;
            }
        }
        return best;
    }

    private static List<Told> told(String article) {
        List<Told> told = new ArrayList<>();
        JsonPath claims = ask("""
        query($a: ID!) { article(id: $a) { claims(first: 100) { nodes { id saidOn speakerMention attribution { rule candidates { actor { name } score } } speaker { name aliases } country { alpha3 } evidence { start end } } } } }""", Map.of("a", article));
        for (Map<String, Object> claim : claims.<Map<String, Object>>getList("article.claims.nodes")) {
            Set<Integer> content = new HashSet<>();
            for (Object evidence : (List<?>) claim.get("evidence")) {
                Map<?, ?> span = (Map<?, ?>) evidence;
                for (int at = (int) span.get("start"); at < (int) span.get("end"); at++) {
                    content.add(at);
                }
            }
            Map<?, ?> speaker = (Map<?, ?>) claim.get("speaker");
            Map<?, ?> country = (Map<?, ?>) claim.get("country");
            told.add(new Told(
                    (String) claim.get("id"),
                    content,
                    speaker == null ? null : (String) speaker.get("name"),
                    names(speaker),
                    country == null ? null : (String) country.get("alpha3"),
                    (String) claim.get("saidOn"),
                    (String) claim.get("speakerMention"),
                    String.valueOf(claim.get("attribution"))));
        }
        return told;
    }

    private static Set<String> names(Map<?, ?> actor) {
        Set<String> names = new HashSet<>();
        if (actor != null) {
            names.add(TextNormalizer.key((String) actor.get("name")));
            ((List<?>) actor.get("aliases")).forEach(alias -> names.add(TextNormalizer.key((String) alias)));
        }
        return names;
    }

    private void events(JsonPath gold, String article, Map<String, Map<String, Object>> actors) {
        List<Map<String, Object>> there = ask("""
        query($a: ID!) { article(id: $a) { events(first: 100) { nodes { type title date participants { actor { name aliases } } } } } }""", Map.of("a", article)).getList("article.events.nodes");
        List<Map<String, Object>> left = new ArrayList<>(there);
        events += there.size();
        for (Map<String, Object> event : gold.<Map<String, Object>>getList("events")) {
            goldEvents++;
            Map<String, Object> match = left.stream()
                    .filter(one -> isSame(one, event, actors))
                    .min(Comparator.comparingInt(one -> ((List<?>) one.get("participants")).size()))
                    .orElse(null);
            if (match == null) {
                misses.add(gold.getString("article.file") + " event " + event.get("type") + " " + event.get("date")
                        + " " + event.get("actors"));
            } else {
                foundEvents++;
                left.remove(match);
            }
        }
        left.forEach(one -> misses.add(gold.getString("article.file") + " spurious event " + one.get("type") + " "
                + one.get("date") + " " + one.get("title")));
    }

    private static boolean isSame(
            Map<String, Object> one, Map<String, Object> gold, Map<String, Map<String, Object>> actors) {
        if (!one.get("type").equals(gold.get("type")) || !Objects.equals(one.get("date"), gold.get("date"))) {
            return false;
        }
        List<Set<String>> parts = ((List<?>) one.get("participants"))
                .stream()
                        .map(part -> names((Map<?, ?>) ((Map<?, ?>) part).get("actor")))
                        .toList();
        return ((List<?>) gold.get("actors"))
                .stream().allMatch(actor -> parts.stream().anyMatch(names -> isNamed(names, actors.get(actor))));
    }

    double eventsF1() {
        return 2.0 * foundEvents / (goldEvents + events);
    }

    /** Submits the article of a reading; gives its id. */
    static String submit(JsonPath gold, String body) {
        return ApiTest.change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "headline",
                                gold.getString("article.headline"),
                                "publisher",
                                gold.getString("article.publisher"),
                                "publishedAt",
                                gold.getString("article.publishedOn") + "T20:00:00Z",
                                "body",
                                body))
                .getString("article.id");
    }

    @Override
    public String toString() {
        return "%d claims, %d found, %d speakers right, %d wrong, %d countries, %d of %d dates, %d of %d links, %d of %d events of %d told (F1 %.3f)%n%s"
                .formatted(
                        claims,
                        found,
                        speakers,
                        wrongSpeakers,
                        countries,
                        dates,
                        dated,
                        linksFound,
                        links,
                        foundEvents,
                        goldEvents,
                        events,
                        eventsF1(),
                        String.join("\n", misses));
    }
}
