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
import org.junit.jupiter.api.Test;

/**
 * How fast texts are read, on one thread after warming up: articles a second (those of {@code -Drostrum.corpus=FILE.jsonl}, or the
 * sample articles), and the time for texts of growing length. Not run with the tests: {@code ./mvnw test -Dtest=ReadingBenchmark}.
 */
class ReadingBenchmark {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 13);
  private static final int WARM_UPS = 12;
  private static final int RUNS = 5;

  private final NewsExtractor reader = new NewsExtractor();

  @Test
  void articles() throws IOException {
    List<String> texts = texts();
    for (int i = 0; i < WARM_UPS; i++) {
      read(texts);
    }
    double best = Double.MAX_VALUE;
    double total = 0;
    for (int i = 0; i < RUNS; i++) {
      double seconds = read(texts);
      best = Math.min(best, seconds);
      total += seconds;
    }
    int words = texts.stream().mapToInt(text -> text.split("\\s+").length).sum();
    System.out.printf("%d articles, %d words: %.0f articles a second (the best of %d runs %.0f), %.0f words a second%n", texts.size(), words,
        RUNS * texts.size() / total, RUNS, texts.size() / best, RUNS * words / total);
    String all = String.join("\n\n", texts);
    for (int times : new int[] {1, 10, 100}) {
      String text = all.substring(0, Math.min(all.length(), 20_000)).repeat(times);
      double seconds = Math.min(read(List.of(text)), read(List.of(text)));
      System.out.printf("%d characters: %.1f ms, %.2f microseconds a character%n", text.length(), seconds * 1e3, seconds * 1e6 / text.length());
    }
  }

  private double read(List<String> texts) {
    long start = System.nanoTime();
    texts.forEach(text -> reader.extract(text, DAY));
    return (System.nanoTime() - start) / 1e9;
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
    try (InputStream in = ReadingBenchmark.class.getResourceAsStream("/sample/ceasefire-2025.json")) {
      for (JsonNode article : json.readTree(in).get("articles")) {
        List<String> lines = new ArrayList<>();
        article.get("body").forEach(line -> lines.add(line.asText().replaceAll("\\[\\[\\w+:|]]", "")));
        texts.add(String.join("\n", lines));
      }
    }
    return texts;
  }
}
