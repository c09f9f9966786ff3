package org.rostrum.resolution.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.StopSignal;

class MentionExpanderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We wait, said Philippine military chief General Romeo Brawner today. | General Romeo Brawner | Philippine military chief General Romeo Brawner",
                "His executive secretary, Lucas Bersamin, agreed. | Lucas Bersamin | His executive secretary, Lucas Bersamin",
                "No, a spokesman for the army, Brigadier Nabil Osman, said. | a spokesman for the army | a spokesman for the army, Brigadier Nabil Osman",
                "In the long run Angela Merkel agreed. | Angela Merkel | Angela Merkel",
                "The army, which lost, said so. | The army | The army",
            })
    void titlesAndNamesBesideAMentionAreAdded(String body, String mention, String expected) {
        int start = body.indexOf(mention);
        Mention expanded = new MentionExpander(body, StopSignal.NEVER)
                .expand(new Mention(start, start + mention.length(), mention));
        assertEquals(expected, expanded.text());
        assertEquals(expected, body.substring(expanded.start(), expanded.end()));
    }
}
