package org.rostrum.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.reference.ReferenceDataLoader;
import org.rostrum.actor.write.ActorInputs;
import org.rostrum.actor.write.ActorService;
import org.rostrum.article.Article;
import org.rostrum.claim.ClaimKind;
import org.rostrum.claim.LinkType;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.SpeechAct;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimService;
import org.rostrum.event.EventType;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.write.EventInputs.ParticipantInput;
import org.rostrum.event.write.EventInputs.RecordEventInput;
import org.rostrum.event.write.EventService;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Loads the articles that ship with Rostrum, by the same ways that a client's mutations go. Only where it is asked for, and
 * never into a database that has articles.
 */
@ApplicationScoped
public class SampleDataLoader {

  private static final Logger LOG = Logger.getLogger(SampleDataLoader.class);
  private static final String LANGUAGE = "en";
  private static final Pattern EVIDENCE = Pattern.compile("\\[\\[(?<id>\\w+):(?<words>[^\\[\\]]+)]]");

  private final ActorRepository actors;
  private final ActorService actorChanges;
  private final ClaimService claimChanges;
  private final EventService eventChanges;
  private final ArticleIntake intake;
  private final TransactionRunner writes;
  private final boolean wanted;

  SampleDataLoader(ActorRepository actors, ActorService actorChanges, ClaimService claimChanges, EventService eventChanges, ArticleIntake intake,
      TransactionRunner writes, @ConfigProperty(name = "rostrum.sample-data") boolean wanted) {
    this.actors = actors;
    this.actorChanges = actorChanges;
    this.claimChanges = claimChanges;
    this.eventChanges = eventChanges;
    this.intake = intake;
    this.writes = writes;
    this.wanted = wanted;
  }

  void onStart(@Observes @Priority(ReferenceDataLoader.PRIORITY + 1) StartupEvent start) {
    if (wanted) {
      load();
    }
  }

  /** Loads the sample articles; whether it did: a database that has articles stays as it is. */
  public boolean load() {
    return writes.run(() -> {
      if (Article.count() > 0) {
        LOG.info("The database has articles of its own: no sample data");
        return false;
      }
      new Loading(read()).run();
      return true;
    });
  }

  private static JsonNode read() {
    try (InputStream in = SampleDataLoader.class.getResourceAsStream("/sample/ceasefire-2025.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of a body and its words. */
  private record Mark(TextSpan span, String words) {}

  /** One run over the file. */
  private final class Loading {
    private final JsonNode file;
    private final Map<String, UUID> events = new HashMap<>();
    private final Map<String, UUID> claims = new HashMap<>();
    private final Map<String, ActorEntity> named = new HashMap<>();
    private final InputValidator mistakes = new InputValidator();

    Loading(JsonNode file) {
      this.file = file;
    }

    void run() {
      file.get("actors").forEach(this::actor);
      file.get("events").forEach(event -> events.put(event.get("id").asText(), event(event)));
      file.get("articles").forEach(this::article);
      file.get("articles").forEach(article -> article.get("claims").forEach(this::links));
      LOG.infof("Loaded %d sample articles with %d claims and %d events", file.get("articles").size(), claims.size(), events.size());
    }

    private void actor(JsonNode node) {
      ActorInputs.RecordActorInput input = new ActorInputs.RecordActorInput();
      input.type = ActorType.valueOf(node.get("type").asText());
      input.name = node.get("name").asText();
      input.country = text(node, "country");
      input.aliases = texts(node.path("aliases"));
      right(actorChanges.record(input, mistakes));
    }

    private UUID event(JsonNode node) {
      RecordEventInput input = new RecordEventInput();
      input.type = EventType.valueOf(node.get("type").asText());
      input.title = node.get("title").asText();
      input.date = date(node, "date");
      input.endDate = date(node, "endDate");
      input.country = text(node, "country");
      input.place = text(node, "place");
      input.participants = new ArrayList<>();
      for (JsonNode part : node.get("participants")) {
        ParticipantInput participant = new ParticipantInput();
        participant.actor = actor(part.get("actor").asText()).getId();
        participant.role = ParticipantRole.valueOf(part.get("role").asText());
        input.participants.add(participant);
      }
      return right(eventChanges.record(input, mistakes));
    }

    private void article(JsonNode node) {
      Map<String, List<Mark>> evidence = new HashMap<>();
      String body = unmarked(String.join("\n", texts(node.get("body"))), evidence);
      UUID article = store(new SubmittedArticle(node.get("url").asText(), node.get("headline").asText(), new ByName(node.get("publisher").asText()),
          Instant.parse(node.get("publishedAt").asText()), LANGUAGE, body, false));
      List<ClaimDraft> drafts = new ArrayList<>();
      node.get("claims").forEach(claim -> drafts.add(draft(claim, evidence.get(claim.get("id").asText()))));
      Iterator<UUID> stored = claimChanges.store(Article.findById(article), drafts).iterator();
      node.get("claims").forEach(claim -> recorded(claim, stored.next()));
    }

    private UUID store(SubmittedArticle article) {
      if (intake.store(article) instanceof SubmissionResult.Stored stored) {
        return stored.article();
      }
      throw new IllegalStateException("A sample article's url or body is not unique: " + article.url());
    }

    private void recorded(JsonNode node, UUID claim) {
      claims.put(node.get("id").asText(), claim);
      texts(node.path("events")).forEach(event -> claimChanges.about(events.get(event), claim));
    }

    /** The body without its marks; what they marked goes into the map. */
    private String unmarked(String marked, Map<String, List<Mark>> evidence) {
      StringBuilder body = new StringBuilder();
      Matcher matcher = EVIDENCE.matcher(marked);
      int from = 0;
      while (matcher.find()) {
        body.append(marked, from, matcher.start());
        String words = matcher.group("words");
        int start = body.length();
        body.append(words);
        evidence.computeIfAbsent(matcher.group("id"), id -> new ArrayList<>()).add(new Mark(new TextSpan(start, body.length()), words));
        from = matcher.end();
      }
      return body.append(marked.substring(from)).toString();
    }

    private ClaimDraft draft(JsonNode node, List<Mark> evidence) {
      UUID addressee = node.has("addressee") ? actor(node.get("addressee").asText()).key : null;
      return new ClaimDraft(evidence.stream().map(Mark::span).toList(), null, kind(evidence.get(0).words),
          node.get("cue").asText(), SpeechAct.valueOf(node.get("act").asText()),
          actor(node.get("speaker").asText()).key, node.get("mention").asText(), addressee, null,
          date(node, "saidOn"), DatePrecision.DAY, 1, ReviewState.EXTRACTED, null);
    }

    private void links(JsonNode node) {
      for (JsonNode link : node.path("links")) {
        UUID from = claims.get(node.get("id").asText());
        claimChanges.store(from, claims.get(link.get("to").asText()), LinkType.valueOf(link.get("type").asText()));
      }
    }

    private ActorEntity actor(String name) {
      return named.computeIfAbsent(name, this::find);
    }

    private ActorEntity find(String name) {
      List<ActorEntity> found = actors.byNameKeys(List.of(TextNormalizer.key(name))).getOrDefault(TextNormalizer.key(name), List.of());
      if (found.size() != 1) {
        throw new IllegalStateException("The sample data name \"" + name + "\", which " + found.size() + " actors are called");
      }
      return found.get(0);
    }

    private <T> T right(T result) {
      if (mistakes.any()) {
        throw new IllegalStateException("The sample data are wrong: " + mistakes.found());
      }
      return result;
    }
  }

  private static ClaimKind kind(String words) {
    if (words.startsWith("“") && words.endsWith("”")) {
      return ClaimKind.DIRECT;
    }
    return words.contains("“") ? ClaimKind.MIXED : ClaimKind.INDIRECT;
  }

  private static String text(JsonNode node, String field) {
    return node.has(field) ? node.get(field).asText() : null;
  }

  private static LocalDate date(JsonNode node, String field) {
    return node.has(field) ? LocalDate.parse(node.get(field).asText()) : null;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
