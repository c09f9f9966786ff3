package org.rostrum.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.SortDate;
import org.rostrum.store.record.BaseEntity;

/**
 * A post that an actor holds or held: Popolo's membership (https://www.popoloproject.com/specs/membership.html). With
 * it the country that somebody spoke for on a day can be told.
 */
@Entity
@Description("A post that an actor holds or held: with it the country that somebody spoke for on a day can be told.")
public class Affiliation extends BaseEntity implements Node {

    /** The prefix of posts' ids. */
    public static final String PREFIX = "affiliation";

    @Ignore
    @Column(name = "actor_id", nullable = false)
    public UUID actorKey;

    /** The post's name. */
    @NonNull
    @Description("The post's name, such as \"President of Ukraine\".")
    public String title;

    @Ignore
    @Column(name = "organization_id")
    public @Nullable UUID organizationKey;

    @Ignore
    @Column(name = "country_id")
    public @Nullable UUID countryKey;

    /** The first day, null where it is not known. */
    @Column(name = "from_date")
    @Description("The first day in the post, null where it is not known.")
    public @Nullable LocalDate from;

    /** The last day, null where it is not known or still to come. */
    @Column(name = "until_date")
    @Description("The last day in the post, null where it is not known or still to come.")
    public @Nullable LocalDate until;

    @Ignore
    @Column(name = "from_order", nullable = false)
    public LocalDate fromOrder = SortDate.UNKNOWN;

    /** What kind of office it is, by its title: see {@link OfficeClassifier}; null for none that is known. */
    @Ignore
    public @Nullable String office;

    /** The article whose words tell of the post. */
    @Ignore
    @Column(name = "source_id")
    public UUID sourceKey;

    /** The first day on which an article tells of the post. */
    @Column(name = "attested_from")
    @Description(
            "The first day on which an article tells that the actor holds the post; null for a post that is not known from articles.")
    public LocalDate attestedFrom;

    /** The last day on which an article tells of the post. */
    @Column(name = "attested_until")
    @Description(
            "The last day on which an article tells that the actor holds the post; null for a post that is not known from articles.")
    public LocalDate attestedUntil;

    /**
     * A post of an actor, not yet stored.
     *
     * @param actor the actor's key
     * @param title the post's name
     * @param organization the key of the organisation that it is in, or null
     * @param country the key of the country that it is for, or null
     * @param from the first day, or null
     * @param until the last day, or null
     */
    public static Affiliation of(
            UUID actor,
            String title,
            @Nullable UUID organization,
            @Nullable UUID country,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        Affiliation affiliation = BaseEntity.initialized(new Affiliation());
        affiliation.actorKey = actor;
        affiliation.title = title;
        affiliation.office = OfficeClassifier.ofTitle(title);
        affiliation.organizationKey = organization;
        affiliation.countryKey = country;
        affiliation.between(from, until);
        return affiliation;
    }

    /** The post in words: for histories. */
    public String describe() {
        return title + " (" + (from == null ? "" : from) + "/" + (until == null ? "" : until) + ")";
    }

    /**
     * Notes that an article attests the post on a day.
     *
     * @param article the article's key
     * @return whether the days on which the post is attested changed
     */
    public boolean attest(UUID article, LocalDate on) {
        if (attestedFrom == null) {
            sourceKey = article;
        }
        boolean earlier = attestedFrom == null || on.isBefore(attestedFrom);
        boolean later = attestedUntil == null || on.isAfter(attestedUntil);
        attestedFrom = earlier ? on : attestedFrom;
        attestedUntil = later ? on : attestedUntil;
        return earlier || later;
    }

    /** Sets the days between which the post is held; either may be null. */
    public void between(@Nullable LocalDate first, @Nullable LocalDate last) {
        from = first;
        until = last;
        fromOrder = SortDate.of(first);
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
