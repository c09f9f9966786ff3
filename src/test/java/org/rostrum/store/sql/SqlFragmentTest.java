package org.rostrum.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.store.sql.SqlFragment.ArrayParameter;

/** Conditions and the order of their parameters. */
class SqlFragmentTest {

    @Test
    void parametersFollowTheText() {
        SqlFragment sql = SqlFragment.of("select 1 where")
                .then("a = ?", 1)
                .then(SqlFragment.of("and b = ?", 2))
                .wrapped("(", ")");
        assertEquals(new SqlFragment("(select 1 where a = ? and b = ?)", List.of(1, 2)), sql);
    }

    @Test
    void noConditionsHoldForAllAndForAny() {
        assertEquals(SqlFragment.TRUE, SqlFragment.all(List.of()));
        assertEquals(SqlFragment.FALSE, SqlFragment.any(List.of()));
    }

    @Test
    void conditionsKeepTheirParentheses() {
        List<SqlFragment> conditions = List.of(SqlFragment.of("a = ? or b = ?", 1, 2), SqlFragment.of("c = ?", 3));
        assertEquals(new SqlFragment("(a = ? or b = ?) and (c = ?)", List.of(1, 2, 3)), SqlFragment.all(conditions));
    }

    @Test
    void oneValueIsComparedAndSeveralAreAnArrayWithoutRepetitions() {
        assertEquals(SqlFragment.FALSE, SqlFragment.in("x", List.of()));
        assertEquals(SqlFragment.of("x = ?", "a"), SqlFragment.in("x", List.of("a")));
        SqlFragment several = SqlFragment.in("x", List.of("a", "b", "a"));
        assertEquals("x = any(?)", several.text());
        ArrayParameter array = (ArrayParameter) several.parameters().get(0);
        assertEquals("varchar", array.type());
        assertArrayEquals(new Object[] {"a", "b"}, array.items());
    }

    @Test
    void aClientMayListTwoHundredValues() {
        assertEquals(
                "x = any(?)",
                SqlFragment.in("filter.kind", "x", List.of("a", "b")).text());
        String problem = assertThrows(
                        BadUserInputException.class,
                        () -> SqlFragment.in("filter.kind", "x", Collections.nCopies(201, "a")))
                .getMessage();
        assertEquals("filter.kind: must hold at most 200 values, held 201", problem);
    }

    @Test
    void aTextWithoutWordsIsContainedInNothing() {
        assertEquals(SqlFragment.FALSE, SqlFragment.contains("x", " ?! "));
        assertEquals(SqlFragment.of("lower(x) like ? escape '!'", "%50!% off%"), SqlFragment.contains("x", "50% Off"));
    }
}
