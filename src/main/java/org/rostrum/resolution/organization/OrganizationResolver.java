package org.rostrum.resolution.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.claim.AttributionRule;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.MentionLexicon;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.proposal.NewActorRegistry;
import org.rostrum.resolution.scoring.ResolutionWeights;

/** Resolves mentions in one article to organisations, governments and groups of people. */
public final class OrganizationResolver {

    private final ArticleContext context;
    private final NewActorRegistry proposals;

    /** A resolver that adds organisations and groups whom nobody knows to the proposals. */
    public OrganizationResolver(ArticleContext context, NewActorRegistry proposals) {
        this.context = context;
        this.proposals = proposals;
    }

    /** Links a mention that is the name of one known organisation, group or country; null for other mentions. */
    public @Nullable LinkedMention linkByName(ParsedMention mention) {
        List<String> keys = new ArrayList<>(List.of(TextNormalizer.key(mention.core())));
        String official = officialName(mention, context.places().country(mention.contextKeys()));
        if (official != null) {
            keys.add(TextNormalizer.key(official));
        }
        for (String key : keys) {
            List<CandidateActor> actors = context.candidates().named(key).stream()
                    .map(context.candidates()::actor)
                    .filter(actor -> actor != null && actor.type != ActorType.PERSON)
                    .toList();
            if (actors.size() == 1) {
                return linkByName(actors.get(0), key);
            }
        }
        return null;
    }

    private @Nullable LinkedMention linkByName(CandidateActor actor, String nameKey) {
        if (actor.type == ActorType.COUNTRY) {
            return context.places().isAmbiguous(nameKey)
                    ? null
                    : LinkedMention.resolved(
                            actor.key, AttributionRule.PLACE, ResolutionWeights.COUNTRY_NAME, actor.key);
        }
        AttributionRule rule = actor.type == ActorType.GROUP ? AttributionRule.GROUP : AttributionRule.BODY;
        return LinkedMention.resolved(actor.key, rule, ResolutionWeights.ORGANIZATION_NAME, actor.country);
    }

    private @Nullable String officialName(ParsedMention mention, @Nullable UUID country) {
        CandidateActor known = context.candidates().actor(country);
        return known == null ? null : context.officialNames().of(mention, known);
    }

    /** Whether a mention means several unnamed people: "Ukrainian officials", but not "police officers' union". */
    public static boolean isGroup(List<String> words) {
        return words.stream().anyMatch(MentionLexicon::isPeople)
                && words.stream().noneMatch(MentionLexicon::isOrgan);
    }

    /**
     * Links a mention of several people to a group of their country.
     *
     * @param country the country's key; unresolved where it is null
     */
    public LinkedMention linkGroup(ParsedMention mention, @Nullable UUID country) {
        return country == null
                ? LinkedMention.NOBODY
                : LinkedMention.resolved(
                        proposals.proposeGroup(mention, country),
                        AttributionRule.GROUP,
                        ResolutionWeights.GROUP,
                        country);
    }

    /**
     * Links a description of a country's government or of another body of the country; unresolved for other
     * descriptions.
     *
     * @param country the country's key, or null
     */
    public LinkedMention linkDescription(ParsedMention mention, @Nullable UUID country) {
        if (country == null || context.candidates().actor(country) == null || mention.indefinite()) {
            return LinkedMention.unresolved(List.of(), country);
        }
        List<String> words = MentionTokens.words(mention.core());
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (MentionLexicon.isGovernment(last)) {
            return LinkedMention.resolved(country, AttributionRule.PLACE, ResolutionWeights.GOVERNMENT, country);
        }
        String official = officialName(mention, country);
        if (official != null || MentionLexicon.isOrgan(last)) {
            return LinkedMention.resolved(
                    proposals.proposeOrganization(mention, official, country),
                    AttributionRule.BODY,
                    ResolutionWeights.DESCRIBED_ORGANIZATION,
                    country);
        }
        return LinkedMention.unresolved(List.of(), country);
    }
}
