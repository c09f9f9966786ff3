package org.rostrum.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;

/**
 * What was extracted from a text as JSON, as {@code docs/extraction.md} describes it. Offsets count code points, as
 * Python does and as annotated corpora have them; the API counts UTF-16 code units.
 */
final class ExtractionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * The number of code points before each UTF-16 code unit; for the second half of a surrogate pair that before the
     * pair.
     */
    private final int[] codePointsBefore;

    private ExtractionJson(String text) {
        codePointsBefore = new int[text.length() + 1];
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean secondHalf = at > 0
                    && Character.isLowSurrogate(text.charAt(at))
                    && Character.isHighSurrogate(text.charAt(at - 1));
            codePointsBefore[at] = secondHalf ? count - 1 : count;
            count += secondHalf ? 0 : 1;
        }
        codePointsBefore[text.length()] = count;
    }

    static ObjectNode of(String id, String text, ExtractionResult extraction) {
        ObjectNode json = NODES.objectNode().put("id", id);
        if (extraction.skipped() != null) {
            json.put("skipped", extraction.skipped());
        }
        ExtractionJson converter = new ExtractionJson(text);
        ArrayNode attributions = json.putArray("attributions");
        extraction.statements().forEach(statement -> attributions.add(converter.attribution(statement)));
        return json;
    }

    private ObjectNode attribution(Statement statement) {
        ObjectNode json = NODES.objectNode();
        json.set("source", spans(statement.source() == null ? List.of() : List.of(statement.source())));
        json.set("cue", spans(List.of(statement.cue())));
        json.set("content", spans(statement.content()));
        json.put("text", statement.content().stream().map(Mention::text).collect(Collectors.joining(" … ")));
        json.put("kind", statement.kind().name()).put("act", statement.act().name());
        json.put(
                "speaker",
                statement.source() == null ? null : statement.source().text());
        putText(json, "antecedent", statement.antecedent());
        putText(json, "addressee", statement.addressee());
        if (statement.saidOn() != null) {
            json.put("saidOn", statement.saidOn().date().toString())
                    .put("precision", statement.saidOn().precision().name())
                    .put("basis", statement.saidOn().basis().name());
            putText(json, "when", statement.saidOn().expression());
        }
        json.put("modality", statement.modality().name());
        return json.put("pattern", statement.pattern()).put("confidence", statement.confidence());
    }

    private static void putText(ObjectNode json, String field, @Nullable Mention mention) {
        if (mention != null) {
            json.put(field, mention.text());
        }
    }

    private ArrayNode spans(List<Mention> mentions) {
        ArrayNode spans = NODES.arrayNode();
        mentions.stream()
                .filter(mention -> !mention.isInHeadline())
                .forEach(mention ->
                        spans.addArray().add(codePointsBefore[mention.start()]).add(codePointsBefore[mention.end()]));
        return spans;
    }
}
