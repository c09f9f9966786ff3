package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.extraction.result.Mention;
import org.rostrum.resolution.context.ArticleCandidates;
import org.rostrum.resolution.context.ArticleContext;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.MentionLexicon;
import org.rostrum.resolution.mention.MentionParser;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.office.OfficeResolver;
import org.rostrum.resolution.organization.OrganizationResolver;
import org.rostrum.resolution.person.PersonResolver;
import org.rostrum.resolution.proposal.NewActorRegistry;

/**
 * Resolves the mentions of one article to actors: decides what kind of mention each is and leaves it to the resolver of
 * that kind.
 */
final class MentionResolver {

    /** The most days of one text for which posts are compared; for others the day of publication counts. */
    private static final int MAX_DAYS = 50;

    private static final Pattern PRONOUN =
            Pattern.compile("(?i)(?:i|we|you|he|she|it|they|who|this|that|these|those|his|her|their|its)(?:\\s.*)?");

    private final ArticleContext context;
    private final NewActorRegistry proposals;
    private final MentionParser parser;
    private final PersonResolver persons;
    private final OrganizationResolver organizations;
    private final OfficeResolver offices;
    private final Map<String, ParsedMention> mentions;
    private final Set<LocalDate> days = new HashSet<>();

    /** A resolver that adds actors and posts that are not known to the proposals. */
    MentionResolver(ArticleContext context, NewActorRegistry proposals) {
        this.context = context;
        this.proposals = proposals;
        this.parser = new MentionParser(context.places()::isPlace);
        this.persons = new PersonResolver(context, proposals);
        this.organizations = new OrganizationResolver(context, proposals);
        this.offices = new OfficeResolver(context, persons);
        this.mentions = new HashMap<>(context.mentions());
    }

    /**
     * Links a mention.
     *
     * @param day the day on which posts are compared; null for the day of publication
     */
    LinkedMention link(Mention mention, @Nullable LocalDate day) {
        context.stop().check();
        LocalDate on = day == null || days.size() == MAX_DAYS && !days.contains(day) ? context.publishedOn() : day;
        days.add(on);
        ParsedMention parsed = mentions.get(mention.text());
        if (parsed == null
                || parsed.several()
                || parsed.isDescription() && PRONOUN.matcher(mention.text()).matches()) {
            return LinkedMention.NOBODY;
        }
        LinkedMention organization = organizations.linkByName(parsed);
        if (organization != null) {
            return organization;
        }
        if (parsed.isDescription()
                || parsed.name().size() > 1 && !context.persons().mayBePerson(parsed)) {
            return linkDescription(parsed, mention.start(), on);
        }
        return persons.link(parsed, mention.start(), on);
    }

    private LinkedMention linkDescription(ParsedMention mention, int offset, LocalDate day) {
        LinkedMention place = context.places().link(mention);
        if (place != null) {
            return place;
        }
        UUID country = context.places().country(mention.contextKeys());
        List<String> words = MentionTokens.words(mention.core());
        if (OrganizationResolver.isGroup(words)) {
            return organizations.linkGroup(mention, country);
        }
        boolean body = !words.isEmpty() && MentionLexicon.isBody(words.get(words.size() - 1));
        return mention.offices().isEmpty() || body
                ? organizations.linkDescription(mention, country)
                : offices.link(mention, country, offset, day);
    }

    /**
     * The key of the actor whom a name means at an offset of the text, on the day of publication.
     *
     * @return null where that is unclear
     */
    @Nullable
    UUID actor(String name, int offset) {
        mentions.computeIfAbsent(name, parser::parse);
        return link(new Mention(offset, offset + name.length(), name), context.publishedOn())
                .actor();
    }

    /** Whether a mention without a name says an office and its country, so that it means the holder on the day. */
    boolean namesOffice(Mention mention) {
        ParsedMention parsed = mentions.get(mention.text());
        return parsed != null
                && parsed.isDescription()
                && !parsed.offices().isEmpty()
                && !context.places().countries(parsed.contextKeys()).isEmpty();
    }

    /** The key of the country in which the place lies that a mention names; null for none and for several. */
    @Nullable
    UUID countryOf(Mention place) {
        ParsedMention parsed = mentions.get(place.text());
        return parsed == null ? null : context.places().countryOf(parsed);
    }

    /** The keys of the countries that an actor represents on a day; on the day of publication for null. */
    Set<UUID> countriesOf(UUID actor, @Nullable LocalDate day) {
        CandidateActor known = context.candidates().actor(actor);
        return known == null
                ? Set.of()
                : ArticleCandidates.countriesOn(known, day == null ? context.publishedOn() : day);
    }

    /** The name of a known or proposed actor; null for others. */
    @Nullable
    String name(UUID actor) {
        CandidateActor known = context.candidates().actor(actor);
        return known == null ? proposals.name(actor) : known.name;
    }
}
