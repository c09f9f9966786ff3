package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.KeyLocks;

/**
 * Groups claims of different articles that report the same utterance: the same speaker, close days, and nearly the same words, or
 * on the same day the same content. What may be the same is found by the bands of the words' MinHash signature ({@link TextFingerprint})
 * and by the speaker and the day, both by an index: what a new claim costs does not grow with the claims that are there.
 */
@ApplicationScoped
public class ReportClusterer {

  /** So many claims that share a band, or a speaker and a day, are looked at. */
  private static final int MOST = 300;
  /** Nearly the same words may be reported for days. */
  private static final int DAYS = 3;
  /** So many look-ups are made in one statement. */
  private static final int TOGETHER = 20;

  private final Database database;
  private final EntityManager entities;
  private final ChangeLog history;

  ReportClusterer(Database database, EntityManager entities, ChangeLog history) {
    this.database = database;
    this.entities = entities;
    this.history = history;
  }

  private record Report(UUID key, UUID article, UUID speaker, LocalDate day, TextFingerprint wording, UUID group) {

    boolean isSame(Report other) {
      if (article.equals(other.article) || !speaker.equals(other.speaker)) {
        return false;
      }
      long days = Math.abs(ChronoUnit.DAYS.between(day, other.day));
      return days <= DAYS && wording.isNearly(other.wording) || days <= 1 && wording.tellsTheSame(other.wording);
    }
  }

  /**
   * The keys of a statement, for {@link KeyLocks.Stage#CONTENT}: reports of one utterance, which are at most three days
   * apart, share one of them.
   *
   * @param speaker its speaker's key; null where nobody is known, who has no reports
   * @param day     when it was made, or its article published
   */
  static List<String> lockKeys(UUID speaker, LocalDate day) {
    if (speaker == null) {
      return List.of();
    }
    long period = Math.floorDiv(day.toEpochDay(), DAYS + 1);
    return List.of("report " + speaker + ' ' + period, "report " + speaker + ' ' + (period + 1));
  }

  /** Finds the groups of new claims inside the running transaction. */
  void group(Collection<UUID> claims) {
    entities.flush();
    List<Report> added = read(SqlFragment.in("c.id", claims));
    if (added.isEmpty()) {
      return;
    }
    Map<UUID, long[]> signatures = new HashMap<>();
    added.forEach(report -> signatures.put(report.key, report.wording.bands().toArray()));
    keep(signatures);
    Map<UUID, Report> candidates = new LinkedHashMap<>();
    Set<Long> bands = new LinkedHashSet<>();
    signatures.values().forEach(signature -> Arrays.stream(signature).forEach(bands::add));
    if (!bands.isEmpty()) {
      read(SqlFragment.in("b.band", bands).wrapped("c.id in (select b.claim_id from claim_band b where ", " limit " + MOST + ")"))
          .forEach(report -> candidates.put(report.key, report));
    }
    bySpeakerAndDay(added).forEach(report -> candidates.putIfAbsent(report.key, report));
    Map<UUID, UUID> groups = new HashMap<>();
    for (Report report : added) {
      for (Report other : candidates.values()) {
        UUID mine = groups.getOrDefault(report.key, report.group);
        // One report of a group that is there already brings the new one in: what everybody prints costs no more than what two do.
        boolean together = mine != null && mine.equals(groups.getOrDefault(other.key, other.group));
        if (!together && report.isSame(other)) {
          join(report, other, groups);
        }
      }
    }
  }

  /** Finds the group of a claim that changed anew, inside the running transaction. */
  void regroup(UUID claim) {
    entities.flush();
    entities.createNativeQuery("delete from claim_band where claim_id = ?").setParameter(1, claim).executeUpdate();
    set(claim, null);
    group(List.of(claim));
  }

  private List<Report> bySpeakerAndDay(List<Report> added) {
    Map<UUID, Set<LocalDate>> days = new LinkedHashMap<>();
    added.forEach(report -> days.computeIfAbsent(report.speaker, speaker -> new LinkedHashSet<>()).add(report.day));
    // Each speaker and day once: so an article costs as many look-ups as it has of those, not as it has claims.
    List<SqlFragment> asked = new ArrayList<>();
    days.forEach((speaker, said) -> said.forEach(day -> asked.add(SqlFragment.of("(select s.id from claim s where s.speaker_id = ?"
        + " and s.said_order between cast(? as date) and cast(? as date) order by s.said_order, s.id limit " + MOST + ")",
        speaker, day.minusDays(1), day.plusDays(1)))));
    List<Report> found = new ArrayList<>();
    for (int at = 0; at < asked.size(); at += TOGETHER) {
      SqlFragment several = asked.get(at);
      for (SqlFragment one : asked.subList(at + 1, Math.min(asked.size(), at + TOGETHER))) {
        several = several.then("union all").then(one);
      }
      found.addAll(read(several.wrapped("c.id in (", ")")));
    }
    return found;
  }

  /** The claims with a speaker that are not rejected; the day is that of publication where the saying's is not known. */
  private List<Report> read(SqlFragment which) {
    SqlFragment sql = SqlFragment.of("select c.id, c.article_id, c.speaker_id, coalesce(c.said_on, cast(a.published_at as date)) as said, c.text, c.report_id "
        + "from claim c join article a on a.id = c.article_id where c.speaker_id is not null and c.review <> 'REJECTED' and").then(which);
    return database.rows(sql, row -> new Report(row.uuid("id"), row.uuid("article_id"), row.uuid("speaker_id"), row.day("said"),
        TextFingerprint.of(row.text("text")), row.uuid("report_id")));
  }

  private void keep(Map<UUID, long[]> signatures) {
    entities.unwrap(Session.class).doWork(connection -> {
      try (PreparedStatement insert = connection.prepareStatement("insert into claim_band (band, claim_id) values (?, ?)")) {
        for (Map.Entry<UUID, long[]> claim : signatures.entrySet()) {
          for (long band : claim.getValue()) {
            insert.setLong(1, band);
            insert.setObject(2, claim.getKey());
            insert.addBatch();
          }
        }
        insert.executeBatch();
      }
    });
  }

  private void join(Report report, Report other, Map<UUID, UUID> groups) {
    UUID mine = groups.getOrDefault(report.key, report.group);
    UUID theirs = groups.getOrDefault(other.key, other.group);
    if (mine == null && theirs == null) {
      mine = BaseEntity.newKey();
    } else if (mine != null && theirs != null && !mine.equals(theirs)) {
      UUID gone = theirs;
      UUID stays = mine;
      entities.createQuery("update Claim set reportKey = :stays where reportKey = :gone").setParameter("stays", stays).setParameter("gone", gone).executeUpdate();
      groups.replaceAll((claim, group) -> group.equals(gone) ? stays : group);
    }
    UUID group = mine == null ? theirs : mine;
    for (Report one : List.of(report, other)) {
      if (!group.equals(groups.getOrDefault(one.key, one.group))) {
        set(one.key, group);
      }
      groups.put(one.key, group);
    }
    history.note(SubjectType.CLAIM, other.key, ChangeAction.UPDATED, new FieldChange("otherReports", null, ClaimService.id(report.key)));
  }

  private void set(UUID claim, UUID group) {
    entities.createQuery("update Claim set reportKey = :group where key = :claim").setParameter("group", group).setParameter("claim", claim).executeUpdate();
  }
}
