package org.rostrum.http.negotiation;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;
import java.util.Optional;

/** The media types of responses, and which of them a client accepts. */
public enum ContentNegotiation {
    GRAPHQL("application/graphql-response+json"),
    JSON("application/json"),
    EVENTS("text/event-stream");

    private final String type;

    ContentNegotiation(String type) {
        this.type = type;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return type + "; charset=utf-8";
    }

    /**
     * What a client accepts.
     *
     * @param response {@link #GRAPHQL} or {@link #JSON} for a single response; empty where it accepts neither
     * @param events whether it accepts an event stream
     */
    public record Accepted(Optional<ContentNegotiation> response, boolean events) {}

    /**
     * Selects from the parts of an {@code Accept} header (RFC 9110, 12.5.1). Between equally weighted types, one that
     * is named precedes one that only matches a wildcard, and GraphQL's own type precedes JSON. A client that names
     * nothing, or accepts anything, gets JSON; an event stream goes only to a client that names it.
     *
     * @param ranges the media ranges; empty where there is no header
     */
    public static Accepted accepted(List<MIMEHeader> ranges) {
        if (ranges.isEmpty()) {
            return new Accepted(Optional.of(JSON), false);
        }
        Preference graphql = Preference.of(GRAPHQL, ranges);
        Preference json = Preference.of(JSON, ranges);
        Preference events = Preference.of(EVENTS, ranges);
        boolean prefersGraphql = graphql.weight > json.weight
                || graphql.weight == json.weight
                        && graphql.precision >= json.precision
                        && graphql.precision > Preference.ANYTHING;
        Optional<ContentNegotiation> response = graphql.weight > 0 && prefersGraphql
                ? Optional.of(GRAPHQL)
                : json.weight > 0 ? Optional.of(JSON) : Optional.empty();
        return new Accepted(response, events.weight > 0 && events.precision == Preference.EXACT);
    }

    /**
     * How a client rates a media type.
     *
     * @param weight 0 to 1; 0 for a type that is not accepted
     * @param precision how precisely the range names the type; of several ranges the most precise counts
     */
    private record Preference(float weight, int precision) {
        static final int NO_MATCH = 0;
        static final int ANYTHING = 1;
        static final int FAMILY = 2;
        static final int EXACT = 3;

        static Preference of(ContentNegotiation media, List<MIMEHeader> ranges) {
            Preference preference = new Preference(0, NO_MATCH);
            for (MIMEHeader range : ranges) {
                // The header is parsed by the first call for its weight, not by those for its type.
                float weight = range.weight();
                int precision = precision(range.value().strip(), media);
                if (precision > preference.precision) {
                    preference = new Preference(weight, precision);
                }
            }
            return preference;
        }

        private static int precision(String range, ContentNegotiation media) {
            if (range.equalsIgnoreCase(media.type)) {
                return EXACT;
            }
            String family = media.type.substring(0, media.type.indexOf('/')) + "/*";
            return range.equalsIgnoreCase(family) ? FAMILY : range.equals("*/*") ? ANYTHING : NO_MATCH;
        }
    }

    /** Whether the value of a {@code Content-Type} header is JSON in UTF-8; null is not. */
    public static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        MIMEHeader type = new ParsableMIMEValue(contentType).forceParse();
        if (!type.value().strip().equalsIgnoreCase(JSON.type)) {
            return false;
        }
        return type.parameters().entrySet().stream()
                .allMatch(parameter -> !parameter.getKey().strip().equalsIgnoreCase("charset")
                        || parameter.getValue().strip().equalsIgnoreCase("utf-8"));
    }
}
