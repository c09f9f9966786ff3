package org.rostrum.graph.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.value.TsvFile.TsvRow;

class TsvFileTest {

    @Test
    void readsCellsByColumn() throws IOException {
        List<TsvRow> rows = rows("say\tsaid\tsaith\ntell\ttold\n", "lemma", "past", "further");

        assertEquals(List.of("say", "tell"), column(rows, "lemma"));
        assertEquals(List.of("said", "told"), column(rows, "past"));
        assertEquals(List.of("saith", ""), column(rows, "further"), "a cell that is left out is empty");
    }

    @Test
    void skipsCommentsAndBlankLines() throws IOException {
        assertEquals(List.of("word"), column(rows("# a comment\n\n   \n#another\nword\n\n# last", "word"), "word"));
    }

    @Test
    void keepsAnEmptyFirstCellAndBlanksInsideAndAfterACell() throws IOException {
        List<TsvRow> rows = rows("\t0.74\na b \t 1\n", "pattern", "share");

        assertEquals(List.of("", "a b "), column(rows, "pattern"));
        assertEquals(List.of("0.74", " 1"), column(rows, "share"));
    }

    @Test
    void takesQuotationMarksBackslashesCommasAndHashesLiterally() throws IOException {
        String pattern = "\"\\b(?:a|b), [\"'] #\\d\\t";

        assertEquals(List.of(pattern), column(rows("T\t" + pattern + "\n", "kind", "pattern"), "pattern"));
    }

    @Test
    void readsUtf8AndWindowsLineEnds() throws IOException {
        assertEquals(List.of("Łódź", "y"), column(rows("Orbán\tŁódź\r\nx\ty\r\n", "a", "b"), "b"));
    }

    @Test
    void refusesARowWithMoreCellsThanColumns() {
        assertThrows(IOException.class, () -> rows("a\tb\tc\n", "first", "second"));
    }

    @Test
    void refusesAColumnThatTheFileWasNotReadWith() throws IOException {
        TsvRow row = rows("a\n", "first").get(0);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> row.get("second"))
                .getMessage()
                .contains("second"));
    }

    @Test
    void namesTheFileThatIsMissingOrMalformed() {
        assertEquals(
                "/reference/none.tsv",
                assertThrows(NullPointerException.class, () -> TsvFile.read("/reference/none.tsv", "a"))
                        .getMessage());
        assertTrue(
                assertThrows(UncheckedIOException.class, () -> TsvFile.read("/reference/offices.tsv", "row", "offices"))
                        .getMessage()
                        .startsWith("/reference/offices.tsv: "));
    }

    private static List<TsvRow> rows(String content, String... columns) throws IOException {
        return TsvFile.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), columns);
    }

    private static List<String> column(List<TsvRow> rows, String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }
}
