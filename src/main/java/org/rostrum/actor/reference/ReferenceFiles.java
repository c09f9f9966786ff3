package org.rostrum.actor.reference;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The reference files on the class path, in {@code /reference}. */
final class ReferenceFiles {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private ReferenceFiles() {}

    /**
     * The bytes of a file.
     *
     * @throws NullPointerException when there is no such file
     */
    static byte[] content(String name) {
        try (InputStream in =
                Objects.requireNonNull(ReferenceFiles.class.getResourceAsStream("/reference/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * The rows of a comma-separated file, by the names in its header; an empty cell is null. Lines that begin with
     * {@code #} are skipped.
     */
    static List<Map<String, String>> rows(byte[] content) {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(content)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
