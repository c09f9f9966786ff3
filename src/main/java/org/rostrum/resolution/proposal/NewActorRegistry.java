package org.rostrum.resolution.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.affiliation.AttestedPost;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.actor.write.NewActor;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.MentionParser;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.store.record.BaseEntity;

/**
 * The actors and posts that one article tells of and that are not known yet: each is proposed once, however often the
 * article names it. Nothing is written here; {@link org.rostrum.actor.write.ActorRecorder} records the proposals when
 * the article is stored.
 */
public final class NewActorRegistry {

    /** The longest name, alias or title that can be stored, in UTF-16 code units. */
    private static final int MAX_NAME_LENGTH = 300;

    private final Map<String, UUID> proposed = new HashMap<>();
    private final Map<UUID, NewActor> actors = new LinkedHashMap<>();
    private final List<AttestedPost> posts = new ArrayList<>();

    /** The proposed actors, in the order of their proposal. */
    public List<NewActor> actors() {
        return List.copyOf(actors.values());
    }

    /** The proposed posts, of new and of known actors. */
    public List<AttestedPost> posts() {
        return List.copyOf(posts);
    }

    /**
     * Proposes a person with the post that the article names.
     *
     * @param country the key of the country that the person represents, or null
     * @return the key of the new actor; the same one for each proposal of the person
     */
    public UUID proposePerson(PersonCluster person, @Nullable UUID country, PersonProfile profile) {
        return proposed.computeIfAbsent("person " + person.firstAndLast(), key -> {
            String post = person.former() ? null : ownPost(person);
            UUID actor = add(ActorType.PERSON, person.fullName(), post == null ? country : null, List.of());
            if (post != null) {
                proposePost(actor, post, country, profile);
            }
            return actor;
        });
    }

    /**
     * The post; null where it is not the person's own: "his Sudanese counterpart" and "the sister of the North Korean
     * leader" only name a country.
     */
    private static @Nullable String ownPost(PersonCluster person) {
        String post = person.post();
        return post == null || post.contains("counterpart") || MentionParser.isRelative(post) ? null : post;
    }

    /**
     * Proposes the post that the article names for a known actor, unless a post of the actor's is known for the day.
     */
    public void proposePostOfKnown(
            PersonCluster person, CandidateActor actor, LocalDate day, @Nullable UUID country, PersonProfile profile) {
        String title = person.post();
        if (title == null || person.former() || person.offices().isEmpty()) {
            return;
        }
        boolean known = actor.posts.stream()
                .anyMatch(post -> post.attestedFrom() == null ? post.heldOn(day) : isAttested(post, title, day));
        if (!known && proposed.putIfAbsent("post " + actor.key, actor.key) == null) {
            proposePost(actor.key, title, country, profile);
        }
    }

    private static boolean isAttested(CandidatePost post, String title, LocalDate day) {
        return TextNormalizer.key(post.title()).equals(TextNormalizer.key(truncate(title)))
                && !day.isBefore(post.attestedFrom())
                && !day.isAfter(post.attestedUntil());
    }

    private void proposePost(UUID actor, String title, @Nullable UUID country, PersonProfile profile) {
        posts.add(new AttestedPost(actor, truncate(title), profile.onlyBody(), country));
    }

    /** Proposes a group of people of a country: "Ukrainian officials". Returns its key. */
    public UUID proposeGroup(ParsedMention mention, UUID country) {
        String name = mention.core()
                .replaceFirst("^(?i:some|several|many|most|other|two|three|four|five|six|any|senior|top|both) ", "");
        return proposed.computeIfAbsent(
                "group " + TextNormalizer.key(name), key -> add(ActorType.GROUP, name, country, List.of()));
    }

    /**
     * Proposes an organisation of a country. Returns its key.
     *
     * @param officialName the name by which such organisations are recorded; null for the name as printed
     */
    public UUID proposeOrganization(ParsedMention mention, @Nullable String officialName, @Nullable UUID country) {
        String name = officialName == null ? mention.core() : officialName;
        return proposed.computeIfAbsent(
                "body " + TextNormalizer.key(name),
                key -> add(
                        ActorType.ORGANIZATION,
                        name,
                        country,
                        officialName == null ? List.of() : List.of(truncate(mention.core()))));
    }

    /** The name of a proposed actor; null for others. */
    public @Nullable String name(UUID actor) {
        NewActor proposal = actors.get(actor);
        return proposal == null ? null : proposal.name();
    }

    private UUID add(ActorType type, String name, @Nullable UUID country, List<String> aliases) {
        NewActor actor = new NewActor(BaseEntity.newKey(), type, truncate(name), country, aliases);
        actors.put(actor.key(), actor);
        return actor.key();
    }

    private static String truncate(String text) {
        return text.length() <= MAX_NAME_LENGTH ? text : text.substring(0, MAX_NAME_LENGTH);
    }
}
