package org.rostrum.extraction.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.graph.value.ClaimKind;

class ClaimKindClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“We wait.”|DIRECT",
                "that they wait|INDIRECT",
                "that they “wait” for an answer|MIXED",
                "“We” … “wait”|DIRECT",
                "“We”, and “wait”|MIXED",
                "— “We wait” —|DIRECT"
            })
    void lettersInsideAndOutsideOfQuotationMarksDecide(String text, ClaimKind kind) {
        List<Quotation> quotations = new ArrayList<>();
        for (int open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
            int close = text.indexOf('”', open);
            quotations.add(new Quotation(open, close + 1, open + 1, close, false, false));
        }
        assertEquals(kind, ClaimKindClassifier.classify(text, List.of(new CharSpan(0, text.length())), quotations));
    }
}
