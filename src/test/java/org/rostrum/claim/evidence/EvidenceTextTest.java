package org.rostrum.claim.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.article.Article;
import org.rostrum.claim.TextSpan;
import org.rostrum.graph.value.ClaimKind;

/** How evidence becomes the text of a claim. */
class EvidenceTextTest {

    private static Article article(String body) {
        Article article = new Article();
        article.body = body;
        return article;
    }

    private static String text(String evidence, ClaimKind kind) {
        return EvidenceText.of(article(evidence), List.of(new TextSpan(0, evidence.length())), kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“We will see,” | We will see",
                "“We will see.” | We will see.",
                "We will “see” | We will “see”",
                "« On verra » | On verra",
                "“” | “”"
            })
    void quotationMarksAroundASpanAreLeftOut(String evidence, String text) {
        assertEquals(text, text(evidence, ClaimKind.DIRECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "that the road is closed | the road is closed",
                "that day was long | that day was long",
                "that is why | that is why"
            })
    void theConjunctionThatOpensIndirectSpeechIsLeftOut(String evidence, String text) {
        assertEquals(text, text(evidence, ClaimKind.INDIRECT));
        assertEquals(evidence, text(evidence, ClaimKind.MIXED));
    }

    @Test
    void severalSpansAreJoinedByAnEllipsis() {
        Article article = article("“Peace,” he said, “now.”");
        List<TextSpan> spans = List.of(new TextSpan(0, 8), new TextSpan(18, 24));
        assertEquals("Peace … now.", EvidenceText.of(article, spans));
        assertEquals("“Peace,” … “now.”", EvidenceText.exact(article, spans));
    }
}
