package org.rostrum.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.NewsExtractor;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;

/**
 * The command that reads texts without a server: files or standard input in, one line of JSON a text out, with the statements found
 * in it. Offsets count code points, as Python does and as annotated corpora have them; the API counts UTF-16 code units.
 *
 * <p>{@code docs/extraction.md} shows how to run it.
 */
public final class ExtractCommand {

  private static final String USAGE = """
      usage: [--published YYYY-MM-DD] [--all] [--jsonl] [FILE...]

      Reads each FILE, or standard input, and prints a line of JSON with what it attributes to whom.
        --published  the day of publication, against which "Thursday" is resolved; today's without it
        --jsonl      the input is JSON Lines: {"id": ..., "text": ..., "published": "YYYY-MM-DD"}
        --all        tells also what is most likely wrong, for measuring""";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LocalDate published = LocalDate.now(ZoneOffset.UTC);
  private boolean all;
  private boolean lines;
  private final List<Path> files = new ArrayList<>();

  private ExtractCommand() {}

  /** Runs the command; ends the process with 2 where the arguments are wrong, and with 1 where the input is. */
  public static void main(String[] arguments) {
    int code = run(arguments, System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(String[] arguments, InputStream in, PrintStream out, PrintStream errors) {
    ExtractCommand command = new ExtractCommand();
    String mistake = command.parse(arguments);
    if (mistake != null) {
      errors.println(mistake);
      errors.println(USAGE);
      return 2;
    }
    try {
      command.read(in, out);
      return 0;
    } catch (IOException | DateTimeException e) {
      errors.println(e.getMessage());
      return 1;
    }
  }

  private String parse(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--all" -> all = true;
        case "--jsonl" -> lines = true;
        case "--published" -> {
          if (++i == arguments.length) {
            return "--published needs a day";
          }
          try {
            published = LocalDate.parse(arguments[i]);
          } catch (DateTimeException e) {
            return "--published: " + arguments[i] + " is no day such as 2025-03-13";
          }
        }
        default -> {
          if (arguments[i].startsWith("--")) {
            return "unknown: " + arguments[i];
          }
          files.add(Path.of(arguments[i]));
        }
      }
    }
    return null;
  }

  private void read(InputStream in, PrintStream out) throws IOException {
    NewsExtractor reader = all ? new NewsExtractor(0) : new NewsExtractor();
    if (files.isEmpty()) {
      read(reader, "stdin", in, out);
      return;
    }
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        read(reader, file.getFileName().toString(), content, out);
      }
    }
  }

  private void read(NewsExtractor reader, String name, InputStream in, PrintStream out) throws IOException {
    if (!lines) {
      out.println(answer(reader, name, new String(in.readAllBytes(), StandardCharsets.UTF_8), published));
      return;
    }
    BufferedReader content = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = content.readLine(); line != null; line = content.readLine()) {
      number++;
      if (!line.isBlank()) {
        JsonNode article = JSON.readTree(line);
        if (!article.path("text").isTextual()) {
          throw new IOException(name + ", line " + number + ": has no \"text\"");
        }
        LocalDate day = article.path("published").isTextual() ? LocalDate.parse(article.get("published").asText()) : published;
        out.println(answer(reader, article.path("id").asText(name + ":" + number), article.get("text").asText(), day));
      }
    }
  }

  private static String answer(NewsExtractor reader, String id, String text, LocalDate day) throws IOException {
    ExtractionResult reading = reader.extract(text, day);
    ObjectNode answer = JSON.createObjectNode().put("id", id);
    if (reading.skipped() != null) {
      answer.put("skipped", reading.skipped());
    }
    CodePoints places = new CodePoints(text);
    ArrayNode attributions = answer.putArray("attributions");
    for (Statement statement : reading.statements()) {
      ObjectNode attribution = attributions.addObject();
      attribution.set("source", places.spans(statement.source() == null ? List.of() : List.of(statement.source())));
      attribution.set("cue", places.spans(List.of(statement.cue())));
      attribution.set("content", places.spans(statement.content()));
      attribution.put("text", String.join(" … ", statement.content().stream().map(Mention::text).toList()));
      attribution.put("kind", statement.kind().name()).put("act", statement.act().name());
      attribution.put("speaker", statement.source() == null ? null : statement.source().text());
      if (statement.antecedent() != null) {
        attribution.put("antecedent", statement.antecedent().text());
      }
      if (statement.addressee() != null) {
        attribution.put("addressee", statement.addressee().text());
      }
      if (statement.saidOn() != null) {
        attribution.put("saidOn", statement.saidOn().date().toString()).put("precision", statement.saidOn().precision().name());
        if (statement.saidOn().expression() != null) {
          attribution.put("when", statement.saidOn().expression().text());
        }
      }
      attribution.put("pattern", statement.pattern()).put("confidence", statement.confidence());
    }
    return JSON.writeValueAsString(answer);
  }

  /** Places in code points for those in UTF-16 code units. */
  private static final class CodePoints {

    private final int[] before;

    CodePoints(String text) {
      before = new int[text.length() + 1];
      int count = 0;
      for (int at = 0; at < text.length(); at++) {
        before[at] = count;
        boolean second = Character.isLowSurrogate(text.charAt(at)) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        count += second ? 0 : 1;
        before[at] = second ? count - 1 : before[at];
      }
      before[text.length()] = count;
    }

    ArrayNode spans(List<Mention> mentions) {
      ArrayNode spans = JSON.createArrayNode();
      mentions.forEach(mention -> spans.addArray().add(before[mention.start()]).add(before[mention.end()]));
      return spans;
    }
  }
}
