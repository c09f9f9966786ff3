package org.rostrum.extraction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rostrum.extraction.result.Statement;

/**
 * A real article against a reading of it by hand. Both stay outside of the project: skipped where they are not at hand.
 */
class CeasefireReadingTest {

    private static final Path SAMPLES = Path.of(System.getProperty("rostrum.samples", "../shared/samples"));

    @Test
    void nearlyAllStatementsAreFoundWithTheirSpeakersAndDays() throws IOException {
        Assumptions.assumeTrue(Files.exists(SAMPLES.resolve("ceasefire.txt")), "no sample article at " + SAMPLES);
        String text = Files.readString(SAMPLES.resolve("ceasefire.txt"));
        JsonNode gold = new ObjectMapper().readTree(Files.readString(SAMPLES.resolve("ceasefire.gold.json")));
        List<Statement> statements = new NewsExtractor()
                .extract(text, LocalDate.parse(gold.at("/article/publishedOn").asText()))
                .statements();
        Set<Statement> matched = new HashSet<>();
        int speakers = 0;
        int days = 0;
        for (JsonNode claim : gold.get("claims")) {
            Statement best = best(claim, statements, matched);
            if (best == null) {
                continue;
            }
            matched.add(best);
            String mention = claim.get("speakerMention").asText();
            boolean right = best.source() != null
                    && (best.source().text().contains(mention)
                            || mention.contains(best.source().text()));
            speakers += claim.get("required").asBoolean() && right ? 1 : 0;
            days += !claim.get("saidOn").isNull()
                            && best.saidOn() != null
                            && best.saidOn()
                                    .date()
                                    .toString()
                                    .equals(claim.get("saidOn").asText())
                    ? 1
                    : 0;
        }
        int spurious = statements.size() - matched.size();
        String reached = "speakers " + speakers + ", days " + days + ", spurious " + spurious;
        assertTrue(speakers >= 28 && days >= 22 && spurious <= 6, reached);
    }

    private static Statement best(JsonNode claim, List<Statement> statements, Set<Statement> taken) {
        BitSet theirs = new BitSet();
        claim.get("content")
                .forEach(span -> theirs.set(span.get(0).asInt(), span.get(1).asInt()));
        Statement best = null;
        double most = 0.5;
        for (Statement statement : statements) {
            BitSet ours = new BitSet();
            statement.content().forEach(part -> ours.set(part.start(), part.end()));
            BitSet both = (BitSet) ours.clone();
            both.and(theirs);
            ours.or(theirs);
            double overlap = (double) both.cardinality() / ours.cardinality();
            if (overlap >= most && !taken.contains(statement)) {
                most = overlap;
                best = statement;
            }
        }
        return best;
    }
}
