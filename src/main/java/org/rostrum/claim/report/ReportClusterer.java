package org.rostrum.claim.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimBand;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks;

/**
 * Groups claims of different articles that report {@linkplain UtteranceReport#isSameUtterance the same utterance}.
 * Candidates are claims that share a band of their text's MinHash signature ({@link TextFingerprint}), or a speaker and
 * a day. Runs in its caller's transaction.
 */
@ApplicationScoped
public class ReportClusterer {

    private final ReportFinder finder;
    private final EntityManager entities;
    private final ChangeLog history;

    ReportClusterer(ReportFinder finder, EntityManager entities, ChangeLog history) {
        this.finder = finder;
        this.entities = entities;
        this.history = history;
    }

    /**
     * The keys of a claim for {@link KeyLocks.Stage#CONTENT}: reports of one utterance, which are at most three days
     * apart, have one of them in common.
     *
     * @param speaker the speaker's key; null where nobody is known, so that nothing is grouped
     * @param day when it was said, or published where that is unknown
     */
    public static List<String> lockKeys(@Nullable UUID speaker, LocalDate day) {
        if (speaker == null) {
            return List.of();
        }
        long period = Math.floorDiv(day.toEpochDay(), UtteranceReport.MAX_DAYS_WITH_SAME_WORDS + 1);
        return List.of("report " + speaker + ' ' + period, "report " + speaker + ' ' + (period + 1));
    }

    /** Groups new claims with those that exist. */
    public void group(Collection<UUID> claims) {
        entities.flush();
        List<UtteranceReport> added = finder.byClaims(claims);
        if (added.isEmpty()) {
            return;
        }
        Set<Long> bands = storeBands(added);
        Map<UUID, UtteranceReport> candidates = new LinkedHashMap<>();
        finder.byBands(bands).forEach(report -> candidates.put(report.claim(), report));
        finder.bySpeakerAndDay(added).forEach(report -> candidates.putIfAbsent(report.claim(), report));
        Map<UUID, UUID> groups = new HashMap<>();
        for (UtteranceReport report : added) {
            for (UtteranceReport other : candidates.values()) {
                // One report of a group brings the new one in: an utterance that everybody prints costs no more than
                // one that two print.
                UUID group = group(report, groups);
                boolean grouped = group != null && group.equals(group(other, groups));
                if (!grouped && report.isSameUtterance(other)) {
                    join(report, other, groups);
                }
            }
        }
    }

    /** Groups a claim anew after its speaker, date, text or review changed. */
    public void regroup(UUID claim) {
        entities.flush();
        ClaimBand.delete("claimKey", claim);
        setGroup(claim, null);
        group(List.of(claim));
    }

    /** Stores the bands of new reports; gives all of them. */
    private Set<Long> storeBands(List<UtteranceReport> reports) {
        Set<Long> bands = new LinkedHashSet<>();
        reports.forEach(report -> report.fingerprint().bands().forEach(band -> {
            bands.add(band);
            ClaimBand.of(band, report.claim()).persist();
        }));
        // The look-ups do not see what is not flushed.
        entities.flush();
        return bands;
    }

    /** The group that a report belongs to by now, or null. */
    private static UUID group(UtteranceReport report, Map<UUID, UUID> groups) {
        return groups.getOrDefault(report.claim(), report.group());
    }

    /** Puts two reports into one group: a new one, that of either, or both of their groups merged. */
    private void join(UtteranceReport report, UtteranceReport other, Map<UUID, UUID> groups) {
        UUID first = group(report, groups);
        UUID second = group(other, groups);
        UUID joint = first != null ? first : second != null ? second : BaseEntity.newKey();
        if (first != null && second != null) {
            entities.createQuery("update Claim set reportKey = :joint where reportKey = :merged")
                    .setParameter("joint", joint)
                    .setParameter("merged", second)
                    .executeUpdate();
            groups.replaceAll((claim, group) -> group.equals(second) ? joint : group);
        }
        for (UtteranceReport member : List.of(report, other)) {
            if (!joint.equals(group(member, groups))) {
                setGroup(member.claim(), joint);
            }
            groups.put(member.claim(), joint);
        }
        history.note(
                SubjectType.CLAIM,
                other.claim(),
                ChangeAction.UPDATED,
                FieldChange.added("otherReports", Claim.id(report.claim())));
    }

    private void setGroup(UUID claim, @Nullable UUID group) {
        entities.createQuery("update Claim set reportKey = :group where key = :claim")
                .setParameter("group", group)
                .setParameter("claim", claim)
                .executeUpdate();
    }
}
