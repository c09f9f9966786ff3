package org.rostrum.claim.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Reads claims that may report the same utterance, each look-up by an index and with a limit: what a new claim costs
 * does not grow with the number of claims.
 */
@ApplicationScoped
class ReportFinder {

    /** The most claims that one look-up gives: those that share a band, or a speaker and a day. */
    private static final int MAX_CANDIDATES = 300;
    /** Look-ups in one statement. */
    private static final int LOOKUPS_PER_STATEMENT = 20;

    private final Database database;

    ReportFinder(Database database) {
        this.database = database;
    }

    /** The reports that claims are, by the claims' keys; a claim without a speaker or one that was rejected is none. */
    List<UtteranceReport> byClaims(Collection<UUID> claims) {
        return read(SqlFragment.in("c.id", claims));
    }

    /** Reports whose text shares a {@linkplain TextFingerprint#bands() band}. */
    List<UtteranceReport> byBands(Collection<Long> bands) {
        if (bands.isEmpty()) {
            return List.of();
        }
        return read(SqlFragment.in("b.band", bands)
                .wrapped("c.id in (select b.claim_id from claim_band b where ", " limit " + MAX_CANDIDATES + ")"));
    }

    /** Reports of the same speakers on the same or adjacent days. */
    List<UtteranceReport> bySpeakerAndDay(List<UtteranceReport> reports) {
        Map<UUID, Set<LocalDate>> days = new LinkedHashMap<>();
        reports.forEach(report -> days.computeIfAbsent(report.speaker(), speaker -> new LinkedHashSet<>())
                .add(report.day()));
        // Each speaker and day once: an article costs as many look-ups as it has of those, not as it has claims.
        List<SqlFragment> lookups = new ArrayList<>();
        days.forEach((speaker, said) -> said.forEach(day -> lookups.add(SqlFragment.of(
                "(select s.id from claim s where s.speaker_id = ?"
                        + " and s.said_order between cast(? as date) and cast(? as date) order by s.said_order, s.id limit "
                        + MAX_CANDIDATES + ")",
                speaker,
                day.minusDays(UtteranceReport.MAX_DAYS_WITH_SAME_CONTENT),
                day.plusDays(UtteranceReport.MAX_DAYS_WITH_SAME_CONTENT)))));
        List<UtteranceReport> similar = new ArrayList<>();
        for (int from = 0; from < lookups.size(); from += LOOKUPS_PER_STATEMENT) {
            SqlFragment statement = lookups.get(from);
            for (SqlFragment lookup :
                    lookups.subList(from + 1, Math.min(lookups.size(), from + LOOKUPS_PER_STATEMENT))) {
                statement = statement.then("union all").then(lookup);
            }
            similar.addAll(read(statement.wrapped("c.id in (", ")")));
        }
        return similar;
    }

    private List<UtteranceReport> read(SqlFragment which) {
        SqlFragment sql = SqlFragment.of(
                        "select c.id, c.article_id, c.speaker_id, coalesce(c.said_on, cast(a.published_at as date)) as said, c.text, c.report_id "
                                + "from claim c join article a on a.id = c.article_id where c.speaker_id is not null and")
                .then(ClaimFilter.listed())
                .then("and")
                .then(which);
        return database.rows(
                sql,
                row -> new UtteranceReport(
                        row.uuid("id"),
                        row.uuid("article_id"),
                        row.uuid("speaker_id"),
                        row.day("said"),
                        TextFingerprint.of(row.text("text")),
                        row.uuid("report_id")));
    }
}
