package org.rostrum.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.BadUserInputException;

/** Cursors are valid for one list in one order. */
class CursorTest {

    private static final UUID KEY = UUID.fromString("0190a0c4-0000-7000-8000-000000000001");
    private static final LocalDate DATE = LocalDate.of(2025, 3, 13);
    private static final KeysetOrder<Object> LATEST =
            new KeysetOrder<>("DATE", "c.said_order", LocalDate.class, item -> DATE, OrderDirection.DESC);

    @Test
    void aCursorIsReadBack() {
        String text = Cursor.encode("Query.claims", LATEST, DATE, KEY);
        assertEquals(new Cursor(DATE, KEY), Cursor.decode("after", text, "Query.claims", LATEST));
    }

    @Test
    void textWithLineBreaksIsReadBack() {
        KeysetOrder<Object> byName =
                new KeysetOrder<>("NAME", "a.name_key", String.class, item -> "", OrderDirection.ASC);
        String text = Cursor.encode("Query.actors", byName, "one\ntwo\nthree\n", KEY);
        assertEquals(new Cursor("one\ntwo\nthree\n", KEY), Cursor.decode("after", text, "Query.actors", byName));
    }

    @Test
    void aCursorOfAnotherListOrOrderIsRejected() {
        String text = Cursor.encode("Query.claims", LATEST, DATE, KEY);
        String problem = "after: is a cursor of another list or of another order than this one";
        assertEquals(problem, rejected(text, "Actor.claims", LATEST));
        assertEquals(problem, rejected(text, "Query.claims", LATEST.in(OrderDirection.ASC)));
    }

    @Test
    void textThatIsNoCursorIsRejected() {
        String problem = "after: is not a cursor; take it from pageInfo or an edge of this list";
        assertEquals(problem, rejected("", "Query.claims", LATEST));
        assertEquals(problem, rejected("not base 64!", "Query.claims", LATEST));
        assertEquals(problem, rejected("A".repeat(2_001), "Query.claims", LATEST));
        assertEquals(
                problem, rejected(Cursor.encode("Query.claims", LATEST, "yesterday", KEY), "Query.claims", LATEST));
    }

    private static String rejected(String text, String list, KeysetOrder<?> order) {
        return assertThrows(BadUserInputException.class, () -> Cursor.decode("after", text, list, order))
                .getMessage();
    }
}
