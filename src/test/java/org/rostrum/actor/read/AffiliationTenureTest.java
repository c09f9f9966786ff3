package org.rostrum.actor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.value.SortDate;

class AffiliationTenureTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    /** Days before, at and after the limits of a year around {@link #DAY}, and none. */
    private static final List<LocalDate> DAYS = Arrays.asList(
            null,
            DAY.minusYears(2),
            DAY.minusYears(1).minusDays(1),
            DAY.minusYears(1),
            DAY.minusDays(1),
            DAY,
            DAY.plusDays(1),
            DAY.plusYears(1),
            DAY.plusYears(1).plusDays(1),
            DAY.plusYears(2));

    @Test
    void isHeldWithinItsDays() {
        assertTrue(AffiliationTenure.isHeld(DAY, DAY, DAY, null, null));
        assertTrue(AffiliationTenure.isHeld(DAY, null, null, null, null));
        assertFalse(AffiliationTenure.isHeld(DAY, DAY.plusDays(1), null, null, null));
        assertFalse(AffiliationTenure.isHeld(DAY, null, DAY.minusDays(1), null, null));
    }

    @Test
    void anAttestedPostIsHeldAYearAroundItsArticles() {
        assertTrue(AffiliationTenure.isHeld(DAY, null, null, DAY.plusYears(1), DAY.plusYears(2)));
        assertFalse(AffiliationTenure.isHeld(DAY, null, null, DAY.plusYears(1).plusDays(2), DAY.plusYears(2)));
        assertTrue(
                AffiliationTenure.isHeld(DAY, DAY.minusYears(5), null, DAY.minusYears(3), DAY.minusYears(2)),
                "its first day is known");
    }

    @Test
    void javaAndSqlAgree() throws SQLException {
        String sql = "select " + AffiliationTenure.heldOn("f", "cast(? as date)")
                + " from (select cast(? as date) as from_order, cast(? as date) as from_date, cast(? as date) as until_date,"
                + " cast(? as date) as attested_from, cast(? as date) as attested_until) f";
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (LocalDate from : DAYS) {
                for (LocalDate until : DAYS) {
                    for (LocalDate attestedFrom : DAYS) {
                        for (LocalDate attestedUntil : DAYS) {
                            boolean possible = (attestedFrom == null) == (attestedUntil == null);
                            if (possible) {
                                assertEquals(
                                        AffiliationTenure.isHeld(DAY, from, until, attestedFrom, attestedUntil),
                                        isHeld(statement, from, until, attestedFrom, attestedUntil),
                                        () -> from + " " + until + " " + attestedFrom + " " + attestedUntil);
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean isHeld(
            PreparedStatement statement,
            LocalDate from,
            LocalDate until,
            LocalDate attestedFrom,
            LocalDate attestedUntil)
            throws SQLException {
        int at = 1;
        for (LocalDate date :
                Arrays.asList(DAY, DAY, DAY, DAY, SortDate.of(from), from, until, attestedFrom, attestedUntil)) {
            statement.setDate(at++, date == null ? null : Date.valueOf(date));
        }
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
