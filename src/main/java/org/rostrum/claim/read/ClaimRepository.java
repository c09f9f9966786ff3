package org.rostrum.claim.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rostrum.actor.Country;
import org.rostrum.claim.Attribution;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.AttributionRule;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.LinkDirection;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;
import org.rostrum.connection.ParentRelation;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** Reads claims with their evidence, attributions and links, for whole sets at once. */
@ApplicationScoped
public class ClaimRepository implements NodeLoader {

    /** All claims. */
    public static final ConnectionQuery<Claim> ALL = ConnectionQuery.all("Query.claims", Claim.class, "claim", "c");
    /** The claims in an article. */
    public static final ConnectionQuery<Claim> OF_ARTICLE =
            ConnectionQuery.of("Article.claims", Claim.class, "claim", "c", "", "c.article_id");
    /** The claims about an event. */
    public static final ConnectionQuery<Claim> OF_EVENT = ConnectionQuery.of(
            "Event.claims",
            Claim.class,
            "claim",
            "c",
            "join event_claim about on about.claim_id = c.id",
            "about.event_id");
    /** Claims of other articles that report the same utterance. */
    public static final ConnectionQuery<Claim> OTHER_REPORTS = ConnectionQuery.of(
            "Claim.otherReports",
            Claim.class,
            "claim",
            "c",
            "join claim same on same.report_id = c.report_id and same.id <> c.id",
            "same.id");
    /** The claims that answer a claim. */
    public static final ConnectionQuery<Claim> REPLIES = ConnectionQuery.of(
            "Claim.replies",
            Claim.class,
            "claim",
            "c",
            "join claim_link l on l.from_id = c.id and l.type = 'REPLIES_TO'",
            "l.to_id");
    /** What persons, organisations and groups said; for countries, what was said for them. */
    public static final ConnectionQuery<Claim> OF_ACTOR =
            new ConnectionQuery<>("Actor.claims", Claim.class, "c", ClaimRepository::said);

    /** The key of the claim that a claim answers, in the form of {@link JoinFetch#key}; see {@link #answered}. */
    public static final String ANSWERED =
            "(select r.to_id from claim_link r where r.from_id = {}.id and r.type = 'REPLIES_TO' order by r.recorded_at, r.id limit 1)";

    /** Links by their time of recording, the earliest first. */
    public static final KeysetOrder<ClaimLink> FIRST_RECORDED = new KeysetOrder<>(
            "RECORDED_AT", "l.recorded_at", Instant.class, link -> link.recordedAt, OrderDirection.ASC);

    private final Database database;

    ClaimRepository(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return Claim.PREFIX;
    }

    @Override
    public Map<UUID, Claim> byKeys(Collection<UUID> keys, FieldSelection selection) {
        return database.byKeys(Claim.class, keys, selection);
    }

    /** The whole claims with these keys; a key that names nothing is left out. */
    public Map<UUID, Claim> byKeys(Collection<UUID> keys) {
        return byKeys(keys, FieldSelection.ALL);
    }

    /** The first claims of an article that lists show, in printed order, at most {@code most}. */
    public List<Claim> first(UUID article, int most) {
        return database.entities(
                Claim.class,
                SqlFragment.of("select {c.*} from claim c where c.article_id = ? and", article)
                        .then(ClaimFilter.listed())
                        .then("order by c.position_in_body, c.id limit " + most));
    }

    /** The attributions of claims, in their order; null for a claim that was not extracted. */
    public List<Attribution> attributions(List<Claim> claims) {
        Map<UUID, Attribution> attributions = attributions(keys(claims));
        return BatchLookup.valuePerParent(claims, claim -> attributions.get(claim.key));
    }

    /** The attributions of the claims with these keys; a claim that was not extracted is left out. */
    Map<UUID, Attribution> attributions(Collection<UUID> keys) {
        SqlFragment candidates = SqlFragment.of("select {x.*}, x.claim_id as parent_key from claim_candidate x where")
                .then(SqlFragment.in("x.claim_id", keys))
                .then("order by x.score desc, x.actor_id");
        Map<UUID, List<AttributionCandidate>> found =
                database.allChildren(AttributionCandidate.class, FieldSelection.ALL, keys.size(), candidates);
        Map<UUID, Attribution> attributions = new HashMap<>();
        SqlFragment rules = SqlFragment.of(
                        "select c.id, c.attribution_rule, c.attribution_score from claim c where c.attribution_rule is not null and")
                .then(SqlFragment.in("c.id", keys));
        database.forEachRow(rules, row -> {
            UUID claim = row.uuid("id");
            // A claim has both the rule and the score, or neither.
            attributions.put(
                    claim,
                    new Attribution(
                            claim,
                            Objects.requireNonNull(row.constant("attribution_rule", AttributionRule.class)),
                            Objects.requireNonNull(row.decimal("attribution_score")),
                            found.getOrDefault(claim, List.of())));
        });
        return attributions;
    }

    /** The evidence of claims, in the claims' order; that of each claim in the article's order. */
    public List<List<Evidence>> evidence(List<Claim> claims, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, x.claim_id as parent_key from evidence x where")
                .then(SqlFragment.in("x.claim_id", keys(claims)))
                .then("order by x.start_offset");
        Map<UUID, List<Evidence>> evidence = database.allChildren(Evidence.class, selection, claims.size(), sql);
        return BatchLookup.valuePerParent(claims, claim -> evidence.getOrDefault(claim.key, List.of()));
    }

    /**
     * The claim that each of the claims answers, that of the link recorded first where there are several; null for
     * none.
     */
    public List<Claim> answered(List<Claim> claims, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, c.id as parent_key from claim c join claim x on x.id = "
                        + ToOneAssociation.key(ANSWERED, "c") + " {x+} where")
                .then(SqlFragment.in("c.id", keys(claims)));
        Map<UUID, Claim> answered = database.firstChild(Claim.class, selection, claims.size(), sql);
        return BatchLookup.valuePerParent(claims, claim -> answered.get(claim.key));
    }

    /** The links of claims: outgoing, incoming or, for null, both. */
    public static ConnectionQuery<ClaimLink> links(LinkDirection direction) {
        if (direction == null) {
            // A link belongs to the lists of both of its claims, so each row appears once for each end.
            return ConnectionQuery.of(
                    "Claim.links",
                    ClaimLink.class,
                    "claim_link",
                    "l",
                    "join claim linked on linked.id = l.from_id or linked.id = l.to_id",
                    "linked.id");
        }
        return direction == LinkDirection.OUTGOING
                ? ConnectionQuery.of("Claim.links.outgoing", ClaimLink.class, "claim_link", "l", "", "l.from_id")
                : ConnectionQuery.of("Claim.links.incoming", ClaimLink.class, "claim_link", "l", "", "l.to_id");
    }

    private static ParentRelation said(Collection<? extends BaseEntity> actors) {
        List<UUID> countries = actors.stream()
                .filter(Country.class::isInstance)
                .map(actor -> actor.key)
                .toList();
        List<UUID> others = actors.stream()
                .filter(actor -> !(actor instanceof Country))
                .map(actor -> actor.key)
                .toList();
        if (countries.isEmpty() || others.isEmpty()) {
            return new ParentRelation(SqlFragment.of("claim c"), others.isEmpty() ? "c.country_id" : "c.speaker_id");
        }
        return new ParentRelation(
                SqlFragment.of("claim c join (select s.id, s.speaker_id as parent_key from claim s where")
                        .then(SqlFragment.in("s.speaker_id", others))
                        .then("union all select s.id, s.country_id as parent_key from claim s where")
                        .then(SqlFragment.in("s.country_id", countries))
                        .then(") said on said.id = c.id"),
                "said.parent_key");
    }

    private static List<UUID> keys(Collection<Claim> claims) {
        return claims.stream().map(claim -> claim.key).toList();
    }
}
