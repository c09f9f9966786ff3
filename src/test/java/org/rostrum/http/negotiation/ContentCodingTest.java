package org.rostrum.http.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|false",
                "''|false",
                "gzip|true",
                "GZIP ;q=0.5|true",
                "x-gzip|true",
                "br, zstd|false",
                "gzip, deflate, br|true",
                "gzip;q=0|false",
                "*|true",
                "*;q=0|false",
                "gzip;q=0, *|false",
                "identity, gzip;q=0.5|false",
                "identity;q=0.1, gzip|true",
                "gzip;q=nonsense|true"
            })
    void takesAClientAtItsWord(String header, boolean accepted) {
        assertEquals(accepted, ContentCoding.accepts(header));
    }
}
