package org.rostrum.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rostrum.extraction.NewsExtractor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command that extracts statements from texts without a server: reads files or the standard input, and prints a
 * line of JSON for each text, in the form of {@link ExtractionJson}.
 *
 * <p>{@code docs/extraction.md} shows how to run it.
 */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisHeading = "usage: ",
        description =
                "Reads each FILE, or standard input, and prints a line of JSON with the statements that it attributes to somebody.")
public final class ExtractCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private LocalDate published = LocalDate.now(ZoneOffset.UTC);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it reads the arguments
    private CommandSpec spec;

    @Option(names = "--all", description = "Also prints statements that are most likely wrong, for measuring.")
    private boolean all;

    @Option(
            names = "--jsonl",
            description = "The input is JSON Lines: {\"id\": ..., \"text\": ..., \"published\": \"YYYY-MM-DD\"}.")
    private boolean jsonLines;

    @Parameters(paramLabel = "FILE", description = "Texts in UTF-8; standard input without any.")
    private List<Path> files = new ArrayList<>();

    private ExtractCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Option(
            names = "--published",
            paramLabel = "YYYY-MM-DD",
            description = "The day of publication, against which \"Thursday\" is resolved. Default: today in UTC.")
    void setPublished(String day) {
        try {
            published = LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "--published: " + day + " is no day such as 2025-03-13");
        }
    }

    /** Runs the command; ends the process with 2 where the arguments are wrong, and with 1 where the input is. */
    public static void main(String[] arguments) {
        int code = run(arguments, System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        return new CommandLine(new ExtractCommand(in, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            extract(all ? new NewsExtractor(0) : new NewsExtractor());
            return 0;
        } catch (IOException | DateTimeException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void extract(NewsExtractor extractor) throws IOException {
        if (files.isEmpty()) {
            extract(extractor, "stdin", in);
            return;
        }
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                extract(extractor, file.getFileName().toString(), content);
            }
        }
    }

    private void extract(NewsExtractor extractor, String name, InputStream content) throws IOException {
        if (jsonLines) {
            extractLines(extractor, name, content);
        } else {
            print(extractor, name, new String(content.readAllBytes(), StandardCharsets.UTF_8), published);
        }
    }

    private void extractLines(NewsExtractor extractor, String name, InputStream content) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode article = JSON.readTree(line);
            if (!article.path("text").isTextual()) {
                throw new IOException(name + ", line " + number + ": has no \"text\"");
            }
            LocalDate day = article.path("published").isTextual()
                    ? LocalDate.parse(article.get("published").asText())
                    : published;
            print(
                    extractor,
                    article.path("id").asText(name + ":" + number),
                    article.get("text").asText(),
                    day);
        }
    }

    private void print(NewsExtractor extractor, String id, String text, LocalDate day) throws IOException {
        out.println(JSON.writeValueAsString(ExtractionJson.of(id, text, extractor.extract(text, day))));
    }
}
