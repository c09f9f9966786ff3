package org.rostrum.resolution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateLookup;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.time.DateInheritance;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.context.ArticleContextLoader;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.MentionExpander;
import org.rostrum.resolution.proposal.NewActorRegistry;

/**
 * Resolves what was extracted from an article: whom its mentions mean ({@link MentionResolver}), when statements
 * without a date of their own were made, how statements refer to each other ({@link StanceLinker}) and what happened
 * ({@link EventAssembler}). Only reads: actors and posts that are not known are proposed in the result.
 */
@ApplicationScoped
public class ArticleResolver {

    /** The most names of a text that are resolved; more are found in no news article. */
    private static final int MAX_NAMES = 5_000;

    private final CandidateLookup lookup;

    ArticleResolver(CandidateLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Resolves an article.
     *
     * @param body the article's text
     * @param publishedOn its day of publication
     * @param extraction what was extracted from the text
     * @param stop checked for each mention, statement and event
     */
    public Resolution resolve(String body, LocalDate publishedOn, ExtractionResult extraction, StopSignal stop) {
        List<Statement> statements = extraction.statements();
        MentionExpander expander = new MentionExpander(body, stop);
        List<Mention> mentions = new ArrayList<>();
        for (Statement statement : statements) {
            Stream.of(statement.speaker(), statement.source(), statement.addressee())
                    .filter(Objects::nonNull)
                    .map(expander::expand)
                    .forEach(mentions::add);
        }
        List<NameMention> names = extraction.names().stream()
                .limit(MAX_NAMES)
                .map(name -> new NameMention(expander.expand(name.phrase()), name.name()))
                .toList();
        List<ExtractedEvent> extractedEvents = extraction.events().stream()
                .map(event -> expand(event, expander))
                .toList();
        for (ExtractedEvent event : extractedEvents) {
            mentions.addAll(event.sources());
            mentions.addAll(event.targets());
            if (event.place() != null) {
                mentions.add(event.place());
            }
        }
        NewActorRegistry proposals = new NewActorRegistry();
        ArticleContext context = ArticleContextLoader.load(lookup, body, publishedOn, names, mentions, stop);
        MentionResolver resolver = new MentionResolver(context, proposals);
        List<@Nullable LinkedMention> speakers = new ArrayList<>();
        List<@Nullable LinkedMention> addressees = new ArrayList<>();
        for (Statement statement : statements) {
            LocalDate day = statement.saidOn() == null
                    ? publishedOn
                    : statement.saidOn().date();
            speakers.add(link(speaker(statement, resolver), day, resolver, expander));
            addressees.add(link(statement.addressee(), day, resolver, expander));
        }
        List<@Nullable UtteranceDate> days =
                days(statements, speakers.stream().map(LinkedMention::actorOf).toList());
        List<Resolution.Stance> stances = new StanceLinker(resolver, statements, speakers, stop).link();
        List<ResolvedEvent> events =
                new EventAssembler(resolver, statements, speakers, days, stop).assemble(extractedEvents);
        return new Resolution(speakers, addressees, days, stances, events, proposals.actors(), proposals.posts());
    }

    /**
     * When the statements were made: where extraction knows the day of publication alone, when the same actor said
     * something else, as whom extraction did not recognise by the name.
     */
    private static List<@Nullable UtteranceDate> days(List<Statement> statements, List<@Nullable UUID> speakers) {
        List<@Nullable UtteranceDate> known = new ArrayList<>();
        for (Statement statement : statements) {
            UtteranceDate date = statement.saidOn();
            known.add(date != null && date.basis() != DateBasis.PUBLICATION ? date : null);
        }
        List<@Nullable UtteranceDate> days =
                DateInheritance.inherit(known, speakers, i -> statements.get(i).mayInheritDate());
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) == null) {
                days.set(i, statements.get(i).saidOn());
            }
        }
        return days;
    }

    private static ExtractedEvent expand(ExtractedEvent event, MentionExpander expander) {
        return new ExtractedEvent(
                event.type(),
                event.name(),
                event.trigger(),
                event.clause(),
                event.sources().stream().map(expander::expand).toList(),
                event.targets().stream().map(expander::expand).toList(),
                event.place(),
                event.date());
    }

    /**
     * The mention that identifies the speaker: an office with its country by itself, else the antecedent where there is
     * one.
     */
    private static @Nullable Mention speaker(Statement statement, MentionResolver resolver) {
        Mention source = statement.source();
        boolean office = source != null && statement.antecedent() != null && resolver.namesOffice(source);
        return office ? source : statement.speaker();
    }

    private static @Nullable LinkedMention link(
            @Nullable Mention mention, LocalDate day, MentionResolver resolver, MentionExpander expander) {
        return mention == null ? null : resolver.link(expander.expand(mention), day);
    }
}
