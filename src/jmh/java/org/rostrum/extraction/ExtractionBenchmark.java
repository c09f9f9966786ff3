package org.rostrum.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Extraction on one thread: articles a second (the sample articles, or those of {@code -Drostrum.corpus=FILE.jsonl}),
 * and the time for texts of growing length.
 */
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1)
public class ExtractionBenchmark {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 13);
    private static final int PIECE = 20_000;

    /** Articles in turn. */
    @State(Scope.Thread)
    public static class Articles {
        private final NewsExtractor reader = new NewsExtractor();
        private List<String> texts;
        private int at;

        @Setup
        public void load() throws IOException {
            texts = texts();
        }

        String next() {
            at = (at + 1) % texts.size();
            return texts.get(at);
        }
    }

    /** One text. */
    @State(Scope.Thread)
    public static class Text {
        /** How long it is. */
        @Param({"20000", "200000", "2000000"})
        int characters;

        private final NewsExtractor reader = new NewsExtractor();
        private String text;

        @Setup
        public void load() throws IOException {
            String all = String.join("\n\n", texts());
            text = all.substring(0, Math.min(all.length(), PIECE))
                    .repeat(1 + characters / PIECE)
                    .substring(0, characters);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Object articles(Articles articles) {
        return articles.reader.extract(articles.next(), DAY);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object length(Text text) {
        return text.reader.extract(text.text, DAY);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        String corpus = System.getProperty("rostrum.corpus");
        ObjectMapper json = new ObjectMapper();
        if (corpus != null) {
            for (String line : Files.readAllLines(Path.of(corpus))) {
                texts.add(json.readTree(line).get("text").asText());
            }
            return texts;
        }
        try (InputStream in = ExtractionBenchmark.class.getResourceAsStream("/sample/ceasefire-2025.json")) {
            for (JsonNode article : json.readTree(in).get("articles")) {
                List<String> lines = new ArrayList<>();
                article.get("body").forEach(line -> lines.add(line.asText().replaceAll("\\[\\[\\w+:|]]", "")));
                texts.add(String.join("\n", lines));
            }
        }
        return texts;
    }
}
