package org.rostrum.extraction.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headlines tell whose words a text is. */
class HeadlineSpeakerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Remarks by Secretary Maria Holm at the Baltic Summit | Secretary Maria Holm",
                "Remarks By Secretary Maria Holm At The Baltic Summit | Secretary Maria Holm",
                "Foreign Council: press remarks by High Representative Ana Lind after the meeting | High Representative Ana Lind",
                "Statement from the President of the Assembly, Ana Lind, on the truce | President of the Assembly, Ana Lind",
                "Ministers’ Statement on the Truce | Ministers",
                "G9 Foreign Ministers' Joint Statement on the Truce | G9 Foreign Ministers",
                "STATEMENT BY HIS EXCELLENCY DR. OTTO VALK, PRESIDENT OF THE REPUBLIC | His Excellency Dr. Otto Valk",
                "Joint Statement on the Icebreaker Pact | ~~",
                "Readout of the call between Holm and Lind | ",
                "President thanks ministers | ",
                "Holm: We will win | "
            })
    void names(String headline, String speaker) {
        assertEquals(speaker, HeadlineSpeaker.of(headline));
    }
}
