package org.rostrum.intake.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.claim.TextSpan;
import org.rostrum.intake.sample.MarkedText.Mark;

class MarkedTextTest {

    @Test
    void marksBecomeSpansOfTheBody() {
        MarkedText text = MarkedText.parse("[[a:“We wait,”]] he said, [[a:“today.”]] [[b:He left]].");
        assertEquals("“We wait,” he said, “today.” He left.", text.body());
        assertEquals(
                Map.of(
                        "a",
                        List.of(
                                new Mark(new TextSpan(0, 10), "“We wait,”"),
                                new Mark(new TextSpan(20, 28), "“today.”")),
                        "b",
                        List.of(new Mark(new TextSpan(29, 36), "He left"))),
                text.evidence());
    }
}
