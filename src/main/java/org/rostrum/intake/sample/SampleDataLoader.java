package org.rostrum.intake.sample;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.api.ActorInputParser;
import org.rostrum.actor.api.ActorInputs;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.reference.ReferenceDataLoader;
import org.rostrum.actor.write.ActorService;
import org.rostrum.article.Article;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.link.ClaimLinker;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimRecorder;
import org.rostrum.claim.write.EventClaimWriter;
import org.rostrum.claim.write.PartialDate;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.api.EventInputParser;
import org.rostrum.event.api.EventInputs.ParticipantInput;
import org.rostrum.event.api.EventInputs.RecordEventInput;
import org.rostrum.event.write.EventService;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.intake.ArticleIntake;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.intake.SubmissionResult;
import org.rostrum.intake.SubmittedArticle;
import org.rostrum.intake.sample.MarkedText.Mark;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Loads the sample articles that ship with Rostrum, through the services behind the mutations. Loads them at start-up
 * where {@code rostrum.sample-data} is set, and only into a database without articles.
 */
@ApplicationScoped
public class SampleDataLoader {

    private static final Logger LOG = Logger.getLogger(SampleDataLoader.class);
    private static final String LANGUAGE = "en";

    private final ActorRepository actors;
    private final ActorService actorService;
    private final ActorInputParser actorInputs;
    private final ClaimRecorder claimRecorder;
    private final ClaimLinker claimLinker;
    private final EventClaimWriter eventClaims;
    private final EventInputParser eventInputs;
    private final EventService eventService;
    private final ArticleIntake intake;
    private final TransactionRunner transactions;
    private final boolean enabled;

    SampleDataLoader(
            ActorRepository actors,
            ActorInputParser actorInputs,
            ActorService actorService,
            ClaimRecorder claimRecorder,
            ClaimLinker claimLinker,
            EventClaimWriter eventClaims,
            EventInputParser eventInputs,
            EventService eventService,
            ArticleIntake intake,
            TransactionRunner transactions,
            @ConfigProperty(name = "rostrum.sample-data") boolean enabled) {
        this.actors = actors;
        this.actorService = actorService;
        this.actorInputs = actorInputs;
        this.claimRecorder = claimRecorder;
        this.claimLinker = claimLinker;
        this.eventClaims = eventClaims;
        this.eventInputs = eventInputs;
        this.eventService = eventService;
        this.intake = intake;
        this.transactions = transactions;
        this.enabled = enabled;
    }

    void onStart(@Observes @Priority(ReferenceDataLoader.PRIORITY + 1) StartupEvent start) {
        if (enabled) {
            load();
        }
    }

    /** Loads the sample articles; returns false for a database that has articles, which is left as it is. */
    public boolean load() {
        return transactions.run(() -> {
            if (Article.count() > 0) {
                LOG.info("The database has articles already; the sample data are not loaded");
                return false;
            }
            new Loading(readFile()).run();
            return true;
        });
    }

    private static JsonNode readFile() {
        try (InputStream in = SampleDataLoader.class.getResourceAsStream("/sample/ceasefire-2025.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run over the file; ids in the file are resolved to the keys of what was recorded. */
    private final class Loading {
        private final JsonNode file;
        private final Map<String, UUID> events = new HashMap<>();
        private final Map<String, UUID> claims = new HashMap<>();
        private final Map<String, ActorEntity> actorsByName = new HashMap<>();

        Loading(JsonNode file) {
            this.file = file;
        }

        void run() {
            file.get("actors").forEach(this::recordActor);
            file.get("events").forEach(event -> events.put(event.get("id").asText(), recordEvent(event)));
            file.get("articles").forEach(this::storeArticle);
            file.get("articles").forEach(article -> article.get("claims").forEach(this::storeLinks));
            LOG.infof(
                    "Loaded %d sample articles with %d claims and %d events",
                    file.get("articles").size(), claims.size(), events.size());
        }

        private void recordActor(JsonNode node) {
            ActorInputs.RecordActorInput input = new ActorInputs.RecordActorInput();
            input.type = ActorType.valueOf(node.get("type").asText());
            input.name = node.get("name").asText();
            input.country = text(node, "country");
            input.aliases = texts(node.path("aliases"));
            requireValid(actorInputs.parse(input).then(actorService::record));
        }

        private UUID recordEvent(JsonNode node) {
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
            return requireValid(eventInputs.parse(input).then(eventService::record));
        }

        private void storeArticle(JsonNode node) {
            MarkedText text = MarkedText.parse(String.join("\n", texts(node.get("body"))));
            UUID article = store(new SubmittedArticle(
                    node.get("url").asText(),
                    node.get("headline").asText(),
                    new ByName(node.get("publisher").asText()),
                    Instant.parse(node.get("publishedAt").asText()),
                    LANGUAGE,
                    text.body(),
                    false));
            List<ClaimDraft> drafts = new ArrayList<>();
            node.get("claims")
                    .forEach(claim -> drafts.add(
                            draft(claim, evidence(text, claim.get("id").asText()))));
            Iterator<UUID> stored =
                    claimRecorder.store(Article.findById(article), drafts).iterator();
            node.get("claims").forEach(claim -> addEvents(claim, stored.next()));
        }

        private static List<Mark> evidence(MarkedText text, String claim) {
            return Objects.requireNonNull(
                    text.evidence().get(claim),
                    () -> "No words of the sample article are marked as the evidence of the claim " + claim);
        }

        private UUID store(SubmittedArticle article) {
            if (intake.store(article) instanceof SubmissionResult.Stored stored) {
                return stored.article();
            }
            throw new IllegalStateException("A sample article's url or body is not unique: " + article.url());
        }

        private void addEvents(JsonNode node, UUID claim) {
            claims.put(node.get("id").asText(), claim);
            texts(node.path("events"))
                    .forEach(event -> eventClaims.add(Objects.requireNonNull(events.get(event), event), claim));
        }

        private ClaimDraft draft(JsonNode node, List<Mark> evidence) {
            UUID addressee = node.has("addressee") ? actor(node.get("addressee").asText()).key : null;
            return new ClaimDraft(
                    evidence.stream().map(Mark::span).toList(),
                    null,
                    kind(evidence.get(0).words()),
                    node.get("cue").asText(),
                    SpeechAct.valueOf(node.get("act").asText()),
                    actor(node.get("speaker").asText()).key,
                    node.get("mention").asText(),
                    addressee,
                    null,
                    new PartialDate(date(node, "saidOn"), DatePrecision.DAY, DateBasis.TOLD),
                    Modality.ASSERTED,
                    1,
                    ReviewState.EXTRACTED,
                    null);
        }

        private void storeLinks(JsonNode node) {
            for (JsonNode link : node.path("links")) {
                UUID from = claim(node.get("id").asText());
                claimLinker.add(new ClaimLinkKey(
                        from,
                        claim(link.get("to").asText()),
                        LinkType.valueOf(link.get("type").asText())));
            }
        }

        private UUID claim(String id) {
            return Objects.requireNonNull(
                    claims.get(id), () -> "The sample data link to a claim that they do not have: " + id);
        }

        private ActorEntity actor(String name) {
            return actorsByName.computeIfAbsent(name, this::find);
        }

        private ActorEntity find(String name) {
            List<ActorEntity> found = actors.byNameKeys(List.of(TextNormalizer.key(name)))
                    .getOrDefault(TextNormalizer.key(name), List.of());
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "The sample data refer to \"" + name + "\", the name of " + found.size() + " actors");
            }
            return found.get(0);
        }

        private static UUID requireValid(ChangeResult result) {
            if (!result.errors().isEmpty()) {
                throw new IllegalStateException("The sample data are invalid: " + result.errors());
            }
            return result.key();
        }
    }

    private static ClaimKind kind(String words) {
        if (words.startsWith("“") && words.endsWith("”")) {
            return ClaimKind.DIRECT;
        }
        return words.contains("“") ? ClaimKind.MIXED : ClaimKind.INDIRECT;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        return node.has(field) ? LocalDate.parse(node.get(field).asText()) : null;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
