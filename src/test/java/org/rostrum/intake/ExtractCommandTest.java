package org.rostrum.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;

class ExtractCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        return ExtractCommand.run(
                arguments,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @Test
    void placesCountCodePoints() throws IOException {
        assertEquals(0, run("🕊🕊 Doves.\n\n“We wait,” said Peskov on Tuesday.", "--published", "2025-03-13"));
        JsonNode attribution = new ObjectMapper().readTree(out.toByteArray()).at("/attributions/0");
        assertEquals(
                "[[11,21]] [[27,33]] 2025-03-11",
                attribution.get("content") + " " + attribution.get("source") + " "
                        + attribution.get("saidOn").asText());
    }

    @Test
    void eachLineIsAnArticleWithItsDay() throws IOException {
        String lines = """
        {"id": "a", "text": "“We wait,” said Peskov on Tuesday.", "published": "2024-05-16"}

        {"text": "Der Kanzler sagte am Donnerstag, Deutschland sei bereit, die Verhandlungen mit allen Partnern wieder aufzunehmen."}
        """;
        assertEquals(0, run(lines, "--jsonl"));
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                "2024-05-14",
                new ObjectMapper()
                        .readTree(answers.get(0))
                        .at("/attributions/0/saidOn")
                        .asText());
        assertEquals(
                "stdin:3 The text looks like German; statements are found in English only.",
                new ObjectMapper().readTree(answers.get(1)).get("id").asText() + " "
                        + new ObjectMapper()
                                .readTree(answers.get(1))
                                .get("skipped")
                                .asText());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(2, run("", "--published", "Tuesday"));
        assertEquals(2, run("", "--published"));
        assertEquals(2, run("", "--nonsense"));
        assertEquals(1, run("{\"id\": 1}", "--jsonl"));
        assertEquals(1, run("{", "--jsonl"));
        assertEquals(1, run("{\"text\": \"x\", \"published\": \"soon\"}", "--jsonl"));
        assertEquals(1, run("", "no/such/file"));
        String said = errors.toString(StandardCharsets.UTF_8);
        assertTrue(
                said.contains("--published: Tuesday is no day")
                        && said.contains("stdin, line 1: has no \"text\"")
                        && said.contains("usage:"),
                said);
        assertEquals(0, out.size());
    }

    @Test
    void whatTheReaderTellsHasANameInTheApi() {
        assertEquals(names(org.rostrum.graph.value.SpeechAct.values()), names(SpeechAct.values()));
        assertEquals(names(org.rostrum.graph.value.ClaimKind.values()), names(ClaimKind.values()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).sorted().toList();
    }
}
