package org.rostrum.extraction.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.extraction.result.StopSignal;

class MarkupStripperTest {

    @ParameterizedTest
    @CsvSource({
        "Orb&aacute;n,Orbán",
        "&Scaron;ef&ccaron;ovi&#269;,Šef&ccaron;ovič",
        "&Zcaron;&yuml;,&Zcaron;ÿ",
        "5&nbsp;&euro;,5 €",
        "5&#160;&#x20AC;,5 €",
        "&bdquo;ja&ldquo;,„ja“",
        "rock &apos;n&apos; roll,rock 'n' roll",
        "A &amp; B,A & B",
        "&thetasym;,ϑ",
        "&#x1F600;!,😀!",
        "&amp;lt;,&lt;"
    })
    void characterReferencesAreDecoded(String raw, String plain) {
        assertEquals(plain, strip(raw).text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&unknown;",
                "&aacute",
                "AT&T; x",
                "&;",
                "&#;",
                "&#x;",
                "&#5;",
                "&#xD83D;",
                "&#x110000;",
                "&#99999999;",
                "R&D"
            })
    void whatStandsForNoCharacterStays(String raw) {
        assertEquals(raw, strip(raw).text);
    }

    @ParameterizedTest
    @CsvSource({
        "Viktor Orb&aacute;n said,Orbán,Orb&aacute;n",
        "<p>&ldquo;Nem&rdquo;</p><p>Orb&#225;n</p>,Orbán,Orb&#225;n",
        "a &#x1F600; b,😀,&#x1F600;",
        "&#x1F600;&#x1F601; b,b,b",
        "x<b>y</b>z&eacute;t,yzét,y</b>z&eacute;t",
        "&eacute;&eacute;,éé,&eacute;&eacute;"
    })
    void offsetsLeadBackToTheRawText(String raw, String plain, String printed) {
        MarkupStripper stripped = strip(raw);
        int at = stripped.text.indexOf(plain);
        assertEquals(printed, raw.substring(stripped.start(at), stripped.end(at + plain.length())));
    }

    @Test
    void everyOffsetOfOneReferenceIsThatOfTheWhole() {
        MarkupStripper stripped = strip("a&eacute;b");
        assertEquals(1, stripped.start(1));
        assertEquals(9, stripped.end(2));
        assertEquals(9, stripped.start(2));
        assertEquals(10, stripped.end(3));
    }

    private static MarkupStripper strip(String raw) {
        return MarkupStripper.of(raw, StopSignal.NEVER);
    }
}
