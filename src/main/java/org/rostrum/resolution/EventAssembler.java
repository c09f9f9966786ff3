package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.Resolution.Participation;
import org.rostrum.resolution.mention.LinkedMention;

/**
 * Assembles the events of one article: resolves their participants, and merges the sentences that describe the same
 * event.
 */
final class EventAssembler {

    /** The longest title and the longest place that can be stored, in UTF-16 code units. */
    private static final int MAX_TITLE_LENGTH = 500;

    private static final int MAX_PLACE_LENGTH = 300;

    private final MentionResolver resolver;
    private final List<Statement> statements;
    private final List<@Nullable LinkedMention> speakers;
    private final List<@Nullable UtteranceDate> days;
    private final StopSignal stop;
    /** The statements' indexes by the offsets at which the parts of their content start. */
    private final TreeMap<Integer, Integer> statementsByOffset = new TreeMap<>();

    /**
     * An assembler of one article's events.
     *
     * @param speakers the statements' speakers, in their order
     * @param days when the statements were made, in their order
     * @param stop checked for each event
     */
    EventAssembler(
            MentionResolver resolver,
            List<Statement> statements,
            List<@Nullable LinkedMention> speakers,
            List<@Nullable UtteranceDate> days,
            StopSignal stop) {
        this.resolver = resolver;
        this.statements = statements;
        this.speakers = speakers;
        this.days = days;
        this.stop = stop;
        for (int i = 0; i < statements.size(); i++) {
            for (Mention part : statements.get(i).content()) {
                statementsByOffset.putIfAbsent(part.start(), i);
            }
        }
    }

    /** The events of which enough is known, in the text's order. */
    List<ResolvedEvent> assemble(List<ExtractedEvent> extractedEvents) {
        List<AssembledEvent> events = new ArrayList<>();
        Map<UUID, List<AssembledEvent>> byParticipant = new HashMap<>();
        for (ExtractedEvent extracted : extractedEvents) {
            stop.check();
            AssembledEvent event = resolve(extracted);
            if (event == null) {
                continue;
            }
            Optional<AssembledEvent> same = event.participants.keySet().stream()
                    .flatMap(actor -> byParticipant.getOrDefault(actor, List.of()).stream())
                    .filter(other -> other.isSameAs(event))
                    .findFirst();
            same.ifPresentOrElse(known -> known.merge(event), () -> events.add(event));
            AssembledEvent merged = same.orElse(event);
            for (UUID actor : merged.participants.keySet()) {
                List<AssembledEvent> ofActor = byParticipant.computeIfAbsent(actor, key -> new ArrayList<>());
                if (!ofActor.contains(merged)) {
                    ofActor.add(merged);
                }
            }
        }
        events.forEach(this::addThreats);
        return events.stream()
                .filter(AssembledEvent::isComplete)
                .map(this::resolved)
                .toList();
    }

    /** The event with its participants; null where nobody is known who took part. */
    private @Nullable AssembledEvent resolve(ExtractedEvent extracted) {
        LocalDate day = extracted.date() == null ? null : extracted.date().date();
        AssembledEvent event = new AssembledEvent(extracted);
        extracted.sources().forEach(mention -> addParticipant(event, mention, day, ParticipantRole.SOURCE));
        if (extracted.place() != null) {
            event.country = resolver.countryOf(extracted.place());
            event.place = extracted.place().text();
        }
        if (!event.isVisit() || event.country == null) {
            extracted.targets().forEach(mention -> addParticipant(event, mention, day, ParticipantRole.TARGET));
        }
        if (event.isVisit()) {
            // A journey within the traveller's own country is no visit.
            boolean abroad = event.country != null
                    && event.participants.keySet().stream()
                            .noneMatch(actor -> resolver.countriesOf(actor, day).contains(event.country));
            if (!abroad || event.participants.isEmpty()) {
                return null;
            }
            event.participants.putIfAbsent(event.country, ParticipantRole.HOST);
        }
        if (event.participants.isEmpty()) {
            return null;
        }
        Map.Entry<Integer, Integer> statement =
                statementsByOffset.floorEntry(extracted.trigger().start());
        if (statement != null
                && statements.get(statement.getValue()).content().stream()
                        .anyMatch(part -> contains(part, extracted.trigger()))) {
            event.statements.add(statement.getValue());
        }
        return event;
    }

    private static boolean contains(Mention part, Mention word) {
        return part.start() <= word.start() && word.end() <= part.end();
    }

    private void addParticipant(AssembledEvent event, Mention mention, @Nullable LocalDate day, ParticipantRole role) {
        LinkedMention link = resolver.link(mention, day);
        if (link.actor() != null) {
            event.participants.putIfAbsent(link.actor(), role);
        }
    }

    /**
     * A threat is what its source said: the source's threatening statements are about it, and give its date where that
     * is unknown.
     */
    private void addThreats(AssembledEvent event) {
        stop.check();
        if (event.type != EventType.THREATEN) {
            return;
        }
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            UUID speaker = LinkedMention.actorOf(speakers.get(i));
            boolean bySource = speaker != null && event.participants.get(speaker) == ParticipantRole.SOURCE;
            if (bySource
                    && (statement.act().name().equals(SpeechAct.THREATEN.name())
                            || event.isFollowedAt(statement.content().get(0).start()))) {
                event.statements.add(i);
                UtteranceDate day = days.get(i);
                if (event.date() == null && day != null && day.basis() == DateBasis.TOLD) {
                    event.setDate(day);
                }
            }
        }
    }

    private ResolvedEvent resolved(AssembledEvent event) {
        List<Participation> participations = event.participants.entrySet().stream()
                .map(part -> new Participation(part.getKey(), part.getValue()))
                .toList();
        return new ResolvedEvent(
                event.type,
                event.name(),
                title(event),
                event.date(),
                event.precision(),
                event.country,
                event.place == null ? null : shorten(event.place, MAX_PLACE_LENGTH),
                participations,
                event.clauses,
                List.copyOf(event.statements));
    }

    private String title(AssembledEvent event) {
        String place = event.place == null ? names(event, ParticipantRole.HOST) : event.place;
        return shorten(
                event.name() + ": " + parties(event) + (place.isEmpty() ? "" : " (" + place + ")"), MAX_TITLE_LENGTH);
    }

    private String parties(AssembledEvent event) {
        String sources = names(event, ParticipantRole.SOURCE);
        String targets = names(event, ParticipantRole.TARGET);
        if (sources.isEmpty() && event.type != EventType.CONSULT) {
            return "against " + targets;
        }
        String preposition =
                switch (event.type) {
                    case CONSULT, AGREE, COOPERATE -> " and ";
                    case AID, RETREAT, MOBILIZE -> " to ";
                    default -> " against ";
                };
        return Stream.of(sources, targets).filter(side -> !side.isEmpty()).collect(Collectors.joining(preposition));
    }

    private String names(AssembledEvent event, ParticipantRole role) {
        return event.participants.entrySet().stream()
                .filter(part -> part.getValue() == role)
                .map(part -> resolver.name(part.getKey()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String shorten(String text, int maxLength) {
        return text.length() <= maxLength ? text : TextNormalizer.shorten(text);
    }
}
