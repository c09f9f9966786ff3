package org.rostrum.http.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentNegotiationTest {

    private static ContentNegotiation.Accepted accepted(String header) {
        List<MIMEHeader> ranges =
                HeaderParser.sort(HeaderParser.convertToParsedHeaderValues(header, ParsableMIMEValue::new));
        return ContentNegotiation.accepted(ranges);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "''|JSON|false",
                "*/*|JSON|false",
                "application/*|GRAPHQL|false",
                "application/json|JSON|false",
                "application/graphql-response+json|GRAPHQL|false",
                "application/json, application/graphql-response+json|GRAPHQL|false",
                "application/json, application/graphql-response+json;q=0.9|JSON|false",
                "application/json, application/*|JSON|false",
                "application/json;q=0.5, application/*;q=0.6|GRAPHQL|false",
                "application/graphql-response+json;q=0, */*|JSON|false",
                "application/json;q=0|none|false",
                "application/json;q=nonsense|JSON|false",
                "APPLICATION/JSON ; Q=0.5|JSON|false",
                "application/json; charset=utf-8|JSON|false",
                "text/html|none|false",
                "text/*|none|false",
                "text/event-stream|none|true",
                "text/event-stream;q=0|none|false",
                "text/event-stream, application/json|JSON|true"
            })
    void selectsByWeightThenByPrecisionThenGraphQLsOwnType(String header, ContentNegotiation response, boolean events) {
        assertEquals(new ContentNegotiation.Accepted(Optional.ofNullable(response), events), accepted(header));
    }

    @Test
    void withoutAHeaderItIsJson() {
        assertEquals(
                new ContentNegotiation.Accepted(Optional.of(ContentNegotiation.JSON), false),
                ContentNegotiation.accepted(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|false",
                "''|false",
                "application/json|true",
                "Application/JSON ; Charset=UTF-8|true",
                "application/json;charset=\"utf-8\"|true",
                "application/json;charset=latin1|false",
                "application/json;charset|false",
                "application/json, text/plain|false",
                "text/plain|false",
                "text/plain;application/json|false",
                "application/x-www-form-urlencoded|false",
                "application/graphql+json|false"
            })
    void onlyJsonInUtf8IsJson(String contentType, boolean json) {
        assertEquals(json, ContentNegotiation.isJson(contentType));
    }
}
