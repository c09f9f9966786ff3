package org.rostrum.graph.value;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads tab-separated data files from the class path: UTF-8, one row a line, no header. Blank lines and lines that
 * begin with {@code #} are skipped. Nothing is quoted or escaped, so a cell holds any text without tabs and line
 * breaks, such as a regular expression; only spaces at the beginning of a line are dropped. Cells at the end of a row
 * may be left out.
 */
public final class TsvFile {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private TsvFile() {}

    /** A row's cells by the names of their columns. */
    public static final class TsvRow {

        private final List<String> columns;
        private final Map<String, String> cells;

        private TsvRow(List<String> columns, Map<String, String> cells) {
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * The text of a cell, unchanged; empty where the cell is empty or left out.
         *
         * @throws IllegalArgumentException when the file was not read with such a column
         */
        public String get(String column) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException("No column " + column + " among " + columns);
            }
            return cells.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return cells.toString();
        }
    }

    /**
     * The rows of a file, in order.
     *
     * @param resource the file's absolute path on the class path, such as {@code /reference/offices.tsv}
     * @param columns the columns' names, from left to right
     * @throws NullPointerException when there is no such file
     * @throws UncheckedIOException when it cannot be read, or when a row has more cells than there are columns
     */
    public static List<TsvRow> read(String resource, String... columns) {
        try (InputStream in = Objects.requireNonNull(TsvFile.class.getResourceAsStream(resource), resource)) {
            return read(in, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
        }
    }

    static List<TsvRow> read(InputStream in, String... columns) throws IOException {
        List<String> names = List.of(columns);
        CsvSchema schema = CsvSchema.builder()
                .addColumns(names, CsvSchema.ColumnType.STRING)
                .build()
                .withColumnSeparator('\t')
                .withoutQuoteChar()
                .withoutEscapeChar();
        ObjectReader reader = MAPPER.readerForMapOf(String.class).with(schema);
        try (MappingIterator<Map<String, String>> rows = reader.readValues(in)) {
            return rows.readAll().stream()
                    .map(cells -> new TsvRow(names, cells))
                    .toList();
        }
    }
}
