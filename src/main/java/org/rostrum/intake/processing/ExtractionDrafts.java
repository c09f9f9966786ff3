package org.rostrum.intake.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.evidence.EvidenceText;
import org.rostrum.claim.link.ProposedLink;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.DraftAttribution;
import org.rostrum.claim.write.PartialDate;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.write.EventDraft;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.resolution.Resolution;
import org.rostrum.resolution.ResolvedEvent;
import org.rostrum.resolution.mention.LinkedMention;

/** Converts what was extracted and resolved into drafts of claims, links and events. */
final class ExtractionDrafts {

    /** The most spans of one claim, as for claims that clients record. */
    private static final int MAX_SPANS = 50;
    /** The longest texts that are stored, in UTF-16 code units. */
    private static final int MAX_MENTION_LENGTH = 500;

    private static final int MAX_CUE_LENGTH = 200;
    private static final int MAX_CLAUSE_LENGTH = 2_000;

    private ExtractionDrafts() {}

    /** The claims for the statements, in their order. */
    static List<ClaimDraft> claims(Article article, ProcessedArticle processed) {
        Resolution resolution = processed.resolution();
        List<Statement> statements = processed.extraction().statements();
        List<ClaimDraft> drafts = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            drafts.add(claim(
                    article,
                    statements.get(i),
                    resolution.speakers().get(i),
                    resolution.addressees().get(i),
                    resolution.days().get(i)));
        }
        return drafts;
    }

    private static ClaimDraft claim(
            Article article,
            Statement statement,
            @Nullable LinkedMention speaker,
            @Nullable LinkedMention addressee,
            @Nullable UtteranceDate saidOn) {
        List<TextSpan> spans = statement.content().stream()
                .limit(MAX_SPANS)
                .map(part -> new TextSpan(part.start(), part.end()))
                .toList();
        return new ClaimDraft(
                spans,
                text(article, spans, statement),
                statement.kind(),
                truncate(statement.cue(), MAX_CUE_LENGTH),
                statement.act(),
                LinkedMention.actorOf(speaker),
                truncateIfNamed(statement.source()),
                LinkedMention.actorOf(addressee),
                truncateIfNamed(statement.addressee()),
                saidOn == null
                        ? PartialDate.UNKNOWN
                        : new PartialDate(saidOn.date(), saidOn.precision(), saidOn.basis()),
                statement.modality(),
                statement.confidence(),
                ReviewState.EXTRACTED,
                attribution(speaker));
    }

    /** The statement's text where it is not all the words of the spans: without mark-up, or without "that". */
    private static @Nullable String text(Article article, List<TextSpan> spans, Statement statement) {
        List<Mention> parts = statement.content().subList(0, spans.size());
        boolean plain = parts.stream()
                .allMatch(part -> article.body.startsWith(part.text(), part.start())
                        && part.text().length() == part.end() - part.start());
        if (plain) {
            return textWithoutThat(article, spans, statement);
        }
        List<String> words = new ArrayList<>(parts.stream().map(Mention::text).toList());
        if (statement.contentStart() > spans.get(0).start()) {
            words.set(0, words.get(0).substring(words.get(0).indexOf(' ') + 1));
        }
        return EvidenceText.ofWords(words);
    }

    /**
     * The statement without the conjunction "that" before it; null where the statement is all the words of the spans.
     */
    private static @Nullable String textWithoutThat(Article article, List<TextSpan> spans, Statement statement) {
        TextSpan first = spans.get(0);
        if (statement.contentStart() <= first.start() || statement.contentStart() >= first.end()) {
            return null;
        }
        List<TextSpan> withoutThat = new ArrayList<>(spans);
        withoutThat.set(0, new TextSpan(statement.contentStart(), first.end()));
        return EvidenceText.of(article, withoutThat);
    }

    private static DraftAttribution attribution(@Nullable LinkedMention speaker) {
        LinkedMention link = speaker == null ? LinkedMention.NOBODY : speaker;
        Map<UUID, Double> candidates = new LinkedHashMap<>();
        link.candidates().forEach(candidate -> candidates.putIfAbsent(candidate.actor(), candidate.score()));
        return new DraftAttribution(link.rule(), link.score(), candidates, link.country());
    }

    /**
     * The links between the claims for statements that refer to each other.
     *
     * @param claims the claims' keys, in the statements' order; several statements may have become one claim
     */
    static List<ProposedLink> links(Resolution resolution, List<UUID> claims) {
        return resolution.links().stream()
                .filter(link -> !claims.get(link.from()).equals(claims.get(link.to())))
                .map(link -> new ProposedLink(
                        claims.get(link.from()), claims.get(link.to()), link.type(), link.confidence()))
                .toList();
    }

    /**
     * The events.
     *
     * @param claims the claims' keys, in the statements' order
     */
    static List<EventDraft> events(Resolution resolution, List<UUID> claims) {
        return resolution.events().stream().map(event -> event(event, claims)).toList();
    }

    private static EventDraft event(ResolvedEvent event, List<UUID> claims) {
        Map<UUID, ParticipantRole> participants = new LinkedHashMap<>();
        event.participations().forEach(part -> participants.put(part.actor(), part.role()));
        Set<UUID> about = new LinkedHashSet<>();
        event.statements().forEach(statement -> about.add(claims.get(statement)));
        List<TextSpan> mentions = event.clauses().stream()
                .map(clause -> new TextSpan(
                        clause.start(),
                        Math.min(
                                clause.end(),
                                clause.start()
                                        + truncate(clause, MAX_CLAUSE_LENGTH).length())))
                .toList();
        return new EventDraft(
                event.type(),
                event.name(),
                event.title(),
                event.date(),
                event.precision(),
                event.country(),
                event.place(),
                participants,
                mentions,
                about);
    }

    /** The text of the mention of a speaker or an addressee; null where nobody is named. */
    private static @Nullable String truncateIfNamed(@Nullable Mention mention) {
        return mention == null ? null : truncate(mention, MAX_MENTION_LENGTH);
    }

    /** A mention's text, cut without splitting a surrogate pair. */
    private static String truncate(Mention mention, int maxLength) {
        String text = mention.text();
        if (text.length() <= maxLength) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength);
    }
}
