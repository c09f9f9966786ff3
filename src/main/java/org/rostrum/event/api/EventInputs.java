package org.rostrum.event.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.event.Event;
import org.rostrum.event.ParticipantRole;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/** The inputs and payloads of the mutations of events. */
public final class EventInputs {

    private EventInputs() {}

    /** An actor's part in an event. */
    @Input("ParticipantInput")
    @Description("An actor's part in an event.")
    public static class ParticipantInput {
        @Id
        @NonNull
        @Description("The actor.")
        public String actor;

        @DefaultValue("OTHER")
        @Description("The part.")
        public ParticipantRole role = ParticipantRole.OTHER;
    }

    /** A new event. */
    @Input("RecordEventInput")
    @Description("A new event.")
    public static class RecordEventInput {
        @NonNull
        @Description("What happened, by PLOVER.")
        public EventType type;

        @NonNull
        @Description("What happened, in words. At most 500 characters.")
        public String title;

        @Description("When it happened, or began.")
        public @Nullable LocalDate date;

        @Description("How much of the date is known; DAY for a date and UNKNOWN for none where nothing is given.")
        public @Nullable DatePrecision datePrecision;

        @Description("The last day, where it took several.")
        public @Nullable LocalDate endDate;

        @Description("The ISO 3166-1 alpha-2 or alpha-3 code of the country that it happened in.")
        public @Nullable String country;

        @Description("Where it happened, as far as known below the country. At most 300 characters.")
        public @Nullable String place;

        @Description("Who took part. At most 100.")
        public @Nullable List<@NonNull ParticipantInput> participants;

        @Description("The claims that are about it. At most 100.")
        @Id
        public @Nullable List<@NonNull String> claims;
    }

    /** A change of an event. */
    @Input("UpdateEventInput")
    @Description("A change of an event. What is left out stays as it is; null empties what may be empty.")
    public static class UpdateEventInput {
        @Id
        @NonNull
        @Description("The event.")
        public String eventId;

        @Description("What happened, by PLOVER.")
        public @Nullable EventType type;

        @Description("What happened, in words. At most 500 characters.")
        public @Nullable String title;

        @Description("When it happened, or began.")
        public @Nullable LocalDate date;

        @Description("How much of the date is known.")
        public @Nullable DatePrecision datePrecision;

        @Description("The last day, where it took several.")
        public @Nullable LocalDate endDate;

        @Description("The ISO 3166-1 alpha-2 or alpha-3 code of the country that it happened in.")
        public @Nullable String country;

        @Description("Where it happened, as far as known below the country. At most 300 characters.")
        public @Nullable String place;

        @Description("All who took part, instead of those that the event has. At most 100.")
        public @Nullable List<@NonNull ParticipantInput> participants;

        @Description("Claims that are about it, in addition to those that the event has. At most 100.")
        @Id
        public @Nullable List<@NonNull String> addClaims;

        @Description("Claims that are not about it. At most 100.")
        @Id
        public @Nullable List<@NonNull String> removeClaims;
    }

    /** What {@code recordEvent} gives. */
    @Description("What recordEvent gives.")
    public record RecordEventPayload(
            @Description("The recorded event; where the input has mistakes, null, or the event that is there already.")
            @Nullable
            Event event,

            @Description("What is wrong with the input; empty when the event was recorded.") @NonNull
            List<@NonNull UserError> userErrors) {}

    /** What {@code updateEvent} gives. */
    @Description("What updateEvent gives.")
    public record UpdateEventPayload(
            @Description("The changed event, null where the input has mistakes.") @Nullable
            Event event,

            @Description("What is wrong with the input; empty when the event was changed.") @NonNull
            List<@NonNull UserError> userErrors) {}
}
