package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.Mention;
import org.rostrum.graph.value.EventType;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.Resolution.Part;

/** Makes events of what an article tells to have happened: with actors for its mentions, each once however often it is told. */
final class EventAssembler {

  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_PLACE = 300;
  private static final int MOST_CLAUSES = 20;
  /** Names of meetings that one article may use for the same. */
  private static final Set<String> MEETINGS = Set.of("Meeting", "Visit", "Talks", "Summit");

  /** An event as it is put together. */
  private static final class Draft {
    final EventType type;
    String name;
    LocalDate date;
    DatePrecision precision;
    UUID country;
    String place;
    final Map<UUID, ParticipantRole> parts = new LinkedHashMap<>();
    final List<Mention> clauses = new ArrayList<>();
    final Set<Integer> about = new LinkedHashSet<>();

    Draft(EventType type, String name) {
      this.type = type;
      this.name = name;
    }
  }

  private final MentionResolver cast;
  private final List<Statement> statements;
  private final List<ExtractedEvent> happenings;
  private final List<LinkedMention> speakers;
  private final List<UtteranceDate> days;
  private final StopSignal stop;
  /** The statements by where their parts begin. */
  private final TreeMap<Integer, Integer> contents = new TreeMap<>();

  EventAssembler(MentionResolver cast, List<Statement> statements, List<ExtractedEvent> happenings, List<LinkedMention> speakers, List<UtteranceDate> days, StopSignal stop) {
    this.cast = cast;
    this.statements = statements;
    this.happenings = happenings;
    this.speakers = speakers;
    this.days = days;
    this.stop = stop;
    for (int i = 0; i < statements.size(); i++) {
      for (Mention part : statements.get(i).content()) {
        contents.putIfAbsent(part.start(), i);
      }
    }
  }

  List<ResolvedEvent> find() {
    List<Draft> drafts = new ArrayList<>();
    Map<UUID, List<Draft>> byActor = new HashMap<>();
    for (ExtractedEvent happening : happenings) {
      stop.check();
      Draft draft = draft(happening);
      if (draft == null) {
        continue;
      }
      Draft same = draft.parts.keySet().stream().flatMap(actor -> byActor.getOrDefault(actor, List.of()).stream())
          .filter(other -> isSame(other, draft)).findFirst().orElse(null);
      if (same == null) {
        drafts.add(draft);
      } else {
        join(same, draft);
      }
      Draft kept = same == null ? draft : same;
      kept.parts.keySet().forEach(actor -> {
        List<Draft> theirs = byActor.computeIfAbsent(actor, key -> new ArrayList<>());
        if (!theirs.contains(kept)) {
          theirs.add(kept);
        }
      });
    }
    drafts.forEach(this::threatened);
    return drafts.stream().filter(EventAssembler::isWorthTelling).map(this::told).toList();
  }

  private Draft draft(ExtractedEvent happening) {
    LocalDate day = happening.on() == null ? null : happening.on().date();
    Draft draft = new Draft(happening.type(), happening.name());
    happening.sources().forEach(mention -> add(draft, mention, day, ParticipantRole.SOURCE));
    boolean visit = happening.name().equals("Visit");
    if (happening.place() != null) {
      draft.country = cast.placed(happening.place());
      draft.place = happening.place().text();
    }
    for (Mention target : happening.targets()) {
      if (visit && draft.country != null) {
        continue;
      }
      add(draft, target, day, ParticipantRole.TARGET);
    }
    if (visit) {
      // Who travels in the own country meets nobody by that alone.
      boolean abroad = draft.country != null && draft.parts.keySet().stream().noneMatch(actor -> cast.stands(actor, day).contains(draft.country));
      if (!abroad || draft.parts.isEmpty()) {
        return null;
      }
      draft.parts.putIfAbsent(draft.country, ParticipantRole.HOST);
    }
    if (draft.parts.isEmpty()) {
      return null;
    }
    UtteranceDate on = happening.on();
    draft.date = on == null ? null : on.date();
    draft.precision = on == null ? DatePrecision.UNKNOWN : on.precision();
    draft.clauses.add(happening.clause());
    Map.Entry<Integer, Integer> content = contents.floorEntry(happening.trigger().start());
    if (content != null && statements.get(content.getValue()).content().stream().anyMatch(part -> covers(part, happening.trigger()))) {
      draft.about.add(content.getValue());
    }
    return draft;
  }

  private static boolean covers(Mention part, Mention word) {
    return part.start() <= word.start() && word.end() <= part.end();
  }

  private void add(Draft draft, Mention mention, LocalDate day, ParticipantRole role) {
    LinkedMention resolved = cast.resolve(mention, day);
    if (resolved.actor() != null) {
      draft.parts.putIfAbsent(resolved.actor(), role);
    }
  }

  private static boolean isSame(Draft one, Draft other) {
    boolean named = one.name.equals(other.name) || MEETINGS.contains(one.name) && MEETINGS.contains(other.name);
    boolean dated = one.date == null || other.date == null || one.date.equals(other.date) || one.precision != DatePrecision.DAY && other.precision != DatePrecision.DAY;
    boolean placed = one.country == null || other.country == null || one.country.equals(other.country);
    if (one.type != other.type || !named || !dated || !placed) {
      return false;
    }
    boolean sameDay = one.type == EventType.CONSULT && one.date != null && one.date.equals(other.date);
    return hasAll(one, other) || hasAll(other, one) || sameDay && other.parts.keySet().stream().anyMatch(one.parts::containsKey);
  }

  /** Whether all who have a part in one event have a part in another; told by their number where that is enough. */
  private static boolean hasAll(Draft one, Draft other) {
    return one.parts.size() >= other.parts.size() && one.parts.keySet().containsAll(other.parts.keySet());
  }

  private static void join(Draft kept, Draft more) {
    more.parts.forEach(kept.parts::putIfAbsent);
    if (kept.date == null || kept.precision != DatePrecision.DAY && more.precision == DatePrecision.DAY) {
      kept.date = more.date;
      kept.precision = more.precision;
    }
    kept.country = kept.country == null ? more.country : kept.country;
    kept.place = kept.place == null ? more.place : kept.place;
    kept.name = kept.name.equals("Visit") ? more.name : kept.name;
    if (kept.clauses.size() < MOST_CLAUSES) {
      kept.clauses.addAll(more.clauses);
    }
    kept.about.addAll(more.about);
  }

  /** A threat is what its source said: what the article reports of that tells when, too. */
  private void threatened(Draft draft) {
    stop.check();
    if (draft.type != EventType.THREATEN) {
      return;
    }
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      UUID speaker = LinkedMention.actorOf(speakers.get(i));
      boolean source = speaker != null && draft.parts.get(speaker) == ParticipantRole.SOURCE;
      if (source && (statement.act().name().equals(SpeechAct.THREATEN.name()) || isNear(draft, statement))) {
        draft.about.add(i);
        if (draft.date == null && days.get(i) != null) {
          draft.date = days.get(i).date();
          draft.precision = days.get(i).precision();
        }
      }
    }
  }

  /** Whether a quotation follows what tells of the threat at once. */
  private static boolean isNear(Draft draft, Statement statement) {
    int start = statement.content().get(0).start();
    return draft.clauses.stream().anyMatch(clause -> start >= clause.end() && start - clause.end() < 5);
  }

  private static boolean isWorthTelling(Draft draft) {
    return draft.date != null || draft.parts.size() > 1 && draft.parts.containsValue(ParticipantRole.SOURCE);
  }

  private ResolvedEvent told(Draft draft) {
    List<Part> parts = draft.parts.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue())).toList();
    return new ResolvedEvent(draft.type, draft.name, title(draft), draft.date, draft.precision, draft.country,
        draft.place == null ? null : limited(draft.place, LONGEST_PLACE), parts, draft.clauses, List.copyOf(draft.about));
  }

  private String title(Draft draft) {
    String sources = names(draft, ParticipantRole.SOURCE);
    String targets = names(draft, ParticipantRole.TARGET);
    String hosts = names(draft, ParticipantRole.HOST);
    String who = List.of(sources, targets).stream().filter(side -> !side.isEmpty()).collect(Collectors.joining(switch (draft.type) {
      case CONSULT, AGREE, COOPERATE -> " and ";
      default -> " against ";
    }));
    boolean aid = draft.type == EventType.AID || draft.type == EventType.RETREAT || draft.type == EventType.MOBILIZE;
    String what = aid && !sources.isEmpty() && !targets.isEmpty() ? sources + " to " + targets : sources.isEmpty() && draft.type != EventType.CONSULT ? "against " + targets : who;
    String where = draft.place == null ? hosts : draft.place;
    return limited(draft.name + ": " + what + (where.isEmpty() ? "" : " (" + where + ")"), LONGEST_TITLE);
  }

  private String names(Draft draft, ParticipantRole role) {
    return draft.parts.entrySet().stream().filter(part -> part.getValue() == role).map(part -> cast.name(part.getKey()))
        .filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  private static String limited(String text, int longest) {
    return text.length() <= longest ? text : TextNormalizer.shorten(text);
  }
}
