package org.rostrum.faults;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.rostrum.claim.report.ClaimWording;
import org.rostrum.faults.FaultReport.Problem;

/**
 * Looks into the database itself: for halves of writes, for things that are there twice, and whether what is derived
 * fits what it is derived from.
 */
final class DatabaseCheck {

    /** What a statement that finds nothing proves. */
    private record Rule(Problem problem, String what, String sql) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Problem.HALF_WRITTEN,
                    "claim without evidence",
                    "select c.id from claim c where not exists (select 1 from evidence e where e.claim_id = c.id and e.article_id = c.article_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "claim whose first evidence is another's",
                    "select c.id from claim c where not exists (select 1 from evidence e where e.id = c.first_evidence_id and e.claim_id = c.id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "evidence without claim",
                    "select e.id from evidence e where not exists (select 1 from claim c where c.id = e.claim_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "claim without article",
                    "select c.id from claim c where not exists (select 1 from article a where a.id = c.article_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "claim of a speaker who is not there",
                    "select c.id from claim c where c.speaker_id is not null and not exists (select 1 from actor a where a.id = c.speaker_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "link of a claim that is not there",
                    "select l.id from claim_link l where not exists (select 1 from claim c where c.id = l.from_id)"
                            + " or not exists (select 1 from claim c where c.id = l.to_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "event without participants",
                    "select e.id from event e where not exists (select 1 from event_participant p where p.event_id = e.id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "event that was read nowhere",
                    "select e.id from event e where e.extracted and not exists (select 1 from event_mention m where m.event_id = e.id)"),
            new Rule(Problem.HALF_WRITTEN, "article without the entry of its recording", unrecorded("article", "true")),
            new Rule(Problem.HALF_WRITTEN, "claim without the entry of its recording", unrecorded("claim", "true")),
            new Rule(Problem.HALF_WRITTEN, "event without the entry of its recording", unrecorded("event", "true")),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "actor without the entry of its recording",
                    unrecorded("actor", "t.recorded_by <> 'rostrum'")),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "recording of a claim that is not there",
                    "select h.subject_id from change_entry h where h.kind = 'CLAIM' and h.action = 'RECORDED' and not exists (select 1 from claim"
                            + " c where c.id = h.subject_id)"),
            new Rule(
                    Problem.HALF_WRITTEN,
                    "change behind the clock of changes",
                    "select h.id from change_entry h where h.recorded_at > (select last_change from change_clock where id = 1)"),
            new Rule(Problem.TWICE, "url", "select url from article group by url having count(*) > 1"),
            new Rule(Problem.TWICE, "body", "select body_hash from article group by body_hash having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "recording of one thing",
                    "select subject_id from change_entry where action = 'RECORDED' group by"
                            + " subject_id having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "evidence",
                    "select e.article_id from evidence e join claim c on c.first_evidence_id = e.id"
                            + " group by e.article_id, e.start_offset, e.end_offset having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "actor",
                    "select a.kind || ' ' || a.name_key from actor a where a.merged_into is null and a.recorded_by"
                            + " <> 'rostrum'"
                            + " group by a.kind, a.name_key having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "event by title",
                    "select e.title from event e group by e.type, e.title, e.date_order having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "event by participants",
                    "select k.parts from (select e.id, e.type, e.date_order,"
                            + " string_agg(cast(p.actor_id as varchar), ' ' order by p.actor_id) as parts"
                            + " from event e join event_participant p on p.event_id = e.id where e.extracted group by e.id, e.type, e.date_order) k group"
                            + " by k.type, k.date_order, k.parts having count(*) > 1"),
            new Rule(
                    Problem.TWICE,
                    "post",
                    "select f.title from affiliation f group by f.actor_id, f.title, f.organization_id, f.country_id,"
                            + " f.from_date, f.until_date having count(*) > 1"));

    private static final int NEAR_DAYS = 3;

    private final FaultReport report;

    DatabaseCheck(FaultReport report) {
        this.report = report;
    }

    private static String unrecorded(String table, String which) {
        return "select t.id from " + table + " t where " + which
                + " and not exists (select 1 from change_entry h where h.subject_id = t.id and h.action = 'RECORDED')";
    }

    /** Looks for halves and doubles. */
    void checkRecords(Connection connection) throws SQLException {
        for (Rule rule : RULES) {
            for (Object[] row : rows(connection, rule.sql, 1)) {
                report.problem(rule.problem, rule.what + ": " + row[0]);
            }
        }
    }

    // Derived data

    private record Post(
            UUID id,
            UUID country,
            LocalDate fromOrder,
            LocalDate from,
            LocalDate until,
            LocalDate attestedFrom,
            LocalDate attestedUntil) {

        boolean heldOn(LocalDate day) {
            boolean begun = !fromOrder.isAfter(day) && (until == null || !until.isBefore(day));
            boolean told = from != null
                    || attestedFrom == null
                    || !attestedFrom.minusYears(1).isAfter(day)
                            && !attestedUntil.plusYears(1).isBefore(day);
            return begun && told;
        }
    }

    private record Claim(
            UUID id, UUID article, UUID speaker, LocalDate said, LocalDate day, ClaimWording wording, UUID report) {

        boolean reportsTheSame(Claim other) {
            if (article.equals(other.article) || !speaker.equals(other.speaker)) {
                return false;
            }
            long apart = Math.abs(ChronoUnit.DAYS.between(day, other.day));
            boolean found = wording.bands().stream().anyMatch(other.wording.bands()::contains)
                    || said != null && other.said != null && apart <= 1;
            return found
                    && (apart <= NEAR_DAYS && wording.isNearly(other.wording)
                            || apart <= 1 && wording.sharesContent(other.wording));
        }
    }

    /** Derives by the rules of the documentation what is derived in the database, and compares. */
    void checkDerived(Connection connection) throws SQLException {
        checkCapacities(connection);
        checkReports(connection);
    }

    /** Each claim has the post that its speaker held on the day, and that post's country. */
    private void checkCapacities(Connection connection) throws SQLException {
        Map<UUID, List<Post>> posts = new HashMap<>();
        for (Object[] row : rows(
                connection,
                "select f.actor_id, f.id, f.country_id, f.from_order, f.from_date, f.until_date,"
                        + " f.attested_from, f.attested_until from affiliation f",
                8)) {
            posts.computeIfAbsent((UUID) row[0], actor -> new ArrayList<>())
                    .add(new Post(
                            (UUID) row[1],
                            (UUID) row[2],
                            day(row[3]),
                            day(row[4]),
                            day(row[5]),
                            day(row[6]),
                            day(row[7])));
        }
        for (Object[] row : rows(
                connection,
                "select c.id, c.speaker_id, s.kind, s.country_id, c.told_country_id, coalesce(c.said_on,"
                        + " cast(a.published_at as date)), c.capacity_id, c.country_id"
                        + " from claim c join article a on a.id = c.article_id left join actor s on s.id = c.speaker_id",
                8)) {
            UUID speaker = (UUID) row[1];
            LocalDate day = day(row[5]);
            Post post = posts.getOrDefault(speaker, List.of()).stream()
                    .filter(one -> one.heldOn(day))
                    .max(Comparator.comparing(Post::fromOrder)
                            .thenComparing(one -> one.id().toString()))
                    .orElse(null);
            UUID country = (UUID) row[4];
            if ("COUNTRY".equals(row[2])) {
                country = speaker;
            } else if (post != null) {
                country = post.country;
            } else if (row[3] != null) {
                country = (UUID) row[3];
            }
            if (!Objects.equals(post == null ? null : post.id, row[6]) || !Objects.equals(country, row[7])) {
                report.problem(
                        Problem.DERIVED,
                        "claim " + row[0] + " of " + day + " has the capacity " + row[6] + " and the country " + row[7]
                                + ", derived are " + post + " and " + country);
            }
        }
    }

    /** Each claim with a speaker has the bands of its words, and two that report the same are in one group. */
    private void checkReports(Connection connection) throws SQLException {
        Map<UUID, Set<Long>> bands = new HashMap<>();
        for (Object[] row : rows(connection, "select claim_id, band from claim_band", 2)) {
            bands.computeIfAbsent((UUID) row[0], claim -> new HashSet<>()).add(((Number) row[1]).longValue());
        }
        Map<UUID, List<Claim>> bySpeaker = new LinkedHashMap<>();
        for (Object[] row : rows(
                connection,
                "select c.id, c.article_id, c.speaker_id, c.said_on, coalesce(c.said_on, cast(a.published_at"
                        + " as date)), c.text, c.report_id"
                        + " from claim c join article a on a.id = c.article_id where c.speaker_id is not null"
                        + " and c.review <> 'REJECTED' and c.modality = 'ASSERTED' order by c.id",
                7)) {
            Claim claim = new Claim(
                    (UUID) row[0],
                    (UUID) row[1],
                    (UUID) row[2],
                    day(row[3]),
                    day(row[4]),
                    new ClaimWording((String) row[5]),
                    (UUID) row[6]);
            bySpeaker
                    .computeIfAbsent(claim.speaker, speaker -> new ArrayList<>())
                    .add(claim);
            Set<Long> kept = bands.getOrDefault(claim.id, Set.of());
            if (!kept.equals(claim.wording.bands())) {
                report.problem(
                        Problem.DERIVED,
                        "claim " + claim.id + " has " + kept.size() + " bands that are not those of its words");
            }
        }
        for (List<Claim> claims : bySpeaker.values()) {
            for (int i = 0; i < claims.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Claim one = claims.get(i);
                    Claim other = claims.get(j);
                    if (!(one.report != null && one.report.equals(other.report)) && one.reportsTheSame(other)) {
                        report.problem(
                                Problem.DERIVED,
                                "claims " + one.id + " and " + other.id + " report the same and are not in one group");
                    }
                }
            }
        }
    }

    /** What a server derives at its start where no version of it is noted, and what the reference files lead to. */
    static Map<String, Set<String>> snapshot(Connection connection) throws SQLException {
        Map<String, Set<String>> snapshot = new LinkedHashMap<>();
        snapshot.put("surnames", lines(connection, "select actor_id, surname, sound from actor_surname", 3));
        snapshot.put("offices of posts", lines(connection, "select id, office from affiliation", 2));
        snapshot.put("actors", lines(connection, "select id, name, kind, country_id from actor", 4));
        snapshot.put("aliases", lines(connection, "select actor_id, alias, alias_key from actor_alias", 3));
        snapshot.put("places", lines(connection, "select name_key, country_id, seat from territory_name", 3));
        snapshot.put("capacities", lines(connection, "select id, capacity_id, country_id from claim", 3));
        return snapshot;
    }

    /**
     * Forgets which versions of files and derivations the database holds, so that the next start makes all of it anew.
     */
    static void forgetReferenceFiles(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from reference_file");
        }
    }

    void compare(Map<String, Set<String>> kept, Map<String, Set<String>> rebuilt) {
        kept.forEach((what, lines) -> {
            Set<String> missing = new TreeSet<>(rebuilt.get(what));
            missing.removeAll(lines);
            Set<String> wrong = new TreeSet<>(lines);
            wrong.removeAll(rebuilt.get(what));
            missing.forEach(line -> report.problem(Problem.DERIVED, what + ": only the rebuild has " + line));
            wrong.forEach(line -> report.problem(Problem.DERIVED, what + ": the rebuild has not " + line));
        });
    }

    private static Set<String> lines(Connection connection, String sql, int columns) throws SQLException {
        Set<String> lines = new TreeSet<>();
        for (Object[] row : rows(connection, sql, columns)) {
            lines.add(Arrays.toString(row));
        }
        return lines;
    }

    private static LocalDate day(Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }

    private static List<Object[]> rows(Connection connection, String sql, int columns) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
