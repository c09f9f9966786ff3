package org.rostrum.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rostrum.actor.Country;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Database;
import org.rostrum.graph.Database.Column;
import org.rostrum.graph.Join;
import org.rostrum.graph.Link;
import org.rostrum.graph.Listing;
import org.rostrum.graph.Listing.Tie;
import org.rostrum.graph.NodeSource;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;
import org.rostrum.graph.Persisted;
import org.rostrum.graph.Records;
import org.rostrum.graph.Sql;

/** Reads claims and what hangs on them, for whole sets at once. */
@ApplicationScoped
public class Claims implements NodeSource {

  static final Listing<Claim> ALL = Listing.all("Query.claims", Claim.class, "claim", "c");
  static final Listing<Claim> OF_ARTICLE = Listing.of("Article.claims", Claim.class, "claim", "c", "", "c.article_id");
  /** The claims about an event. */
  public static final Listing<Claim> OF_EVENT = Listing.of(
      "Event.claims", Claim.class, "claim", "c", "join event_claim about on about.claim_id = c.id", "about.event_id");
  /** Claims of other articles that report the same utterance. */
  static final Listing<Claim> OTHER_REPORTS = Listing.of("Claim.otherReports", Claim.class, "claim", "c",
      "join claim same on same.report_id = c.report_id and same.id <> c.id", "same.id");
  static final Listing<Claim> REPLIES = Listing.of("Claim.replies", Claim.class, "claim", "c",
      "join claim_link l on l.from_id = c.id and l.type = 'REPLIES_TO'", "l.to_id");
  /** What persons, organisations and groups said; for countries, what was said for them. */
  static final Listing<Claim> OF_ACTOR =
      new Listing<>("Actor.claims", Claim.class, "c", Claims::said);

  /** The claim that a claim answers, as {@link Link#key} has it: see {@link #answered}. */
  static final String ANSWERED = "(select r.to_id from claim_link r where r.from_id = {}.id and r.type = 'REPLIES_TO' order by r.recorded_at, r.id limit 1)";

  /** The link that was recorded first, first. */
  static final Order<ClaimLink> FIRST_RECORDED =
      new Order<>("RECORDED_AT", "l.recorded_at", Instant.class, link -> link.recordedAt, OrderDirection.ASC);

  private final Database database;

  Claims(Database database) {
    this.database = database;
  }

  @Override
  public String prefix() {
    return Claim.PREFIX;
  }

  @Override
  public Map<UUID, Claim> byKeys(Collection<UUID> keys, Asked asked) {
    return database.byKeys(Claim.class, keys, asked);
  }

  /** The whole claims with these keys; a key that names nothing is left out. */
  public Map<UUID, Claim> byKeys(Collection<UUID> keys) {
    return byKeys(keys, Asked.ALL);
  }

  /** The first claims of an article as printed, those that were rejected left out. */
  public List<Claim> first(UUID article, int most) {
    return database.records(Claim.class, Sql.of(
        "select {c.*} from claim c where c.article_id = ? and c.review <> 'REJECTED' order by c.position_in_body, c.id limit " + most, article));
  }

  /** How machines came to the speakers of claims; null for a claim that none read. */
  List<Attribution> attributions(List<Claim> claims) {
    Map<UUID, Attribution> attributions = attributions(keys(claims));
    return Records.each(claims, claim -> attributions.get(claim.key));
  }

  /** How machines came to the speakers of the claims with these keys; a claim that none read is left out. */
  Map<UUID, Attribution> attributions(Collection<UUID> keys) {
    Sql candidates = Sql.of("select {x.*}, x.claim_id as parent_key from claim_candidate x where").then(Sql.in("x.claim_id", keys))
        .then("order by x.score desc, x.actor_id");
    Map<UUID, List<ClaimCandidate>> found = database.allChildren(ClaimCandidate.class, Asked.ALL, keys.size(), candidates);
    Map<UUID, Attribution> attributions = new HashMap<>();
    Sql rules = Sql.of("select c.id, c.attribution_rule, c.attribution_score from claim c where c.attribution_rule is not null and").then(Sql.in("c.id", keys));
    for (Object[] row : database.rows(rules, new Column("id", UUID.class), new Column("attribution_rule", String.class), new Column("attribution_score", Double.class))) {
      attributions.put((UUID) row[0], new Attribution((UUID) row[0], AttributionRule.valueOf((String) row[1]), (Double) row[2], found.getOrDefault((UUID) row[0], List.of())));
    }
    return attributions;
  }

  /** The evidence of claims, in the article's order. */
  List<List<Evidence>> evidence(List<Claim> claims, Asked asked) {
    Sql sql = Sql.of("select {x.*}, x.claim_id as parent_key from evidence x where").then(Sql.in("x.claim_id", keys(claims)))
        .then("order by x.start_offset");
    Map<UUID, List<Evidence>> evidence = database.allChildren(Evidence.class, asked, claims.size(), sql);
    return Records.each(claims, claim -> evidence.getOrDefault(claim.key, List.of()));
  }

  /** The claim that each of the claims answers: the first recorded, where there are several. */
  List<Claim> answered(List<Claim> claims, Asked asked) {
    Sql sql = Sql.of("select {x.*}, c.id as parent_key from claim c join claim x on x.id = " + Join.key(ANSWERED, "c") + " {x+} where")
        .then(Sql.in("c.id", keys(claims)));
    Map<UUID, Claim> answered = database.onlyChild(Claim.class, asked, claims.size(), sql);
    return Records.each(claims, claim -> answered.get(claim.key));
  }

  /** The links of claims, at the ends that the direction says. */
  static Listing<ClaimLink> links(LinkDirection direction) {
    if (direction == null) {
      // A link is in the lists of both of its claims, so each row is there once for each end.
      return Listing.of("Claim.links", ClaimLink.class, "claim_link", "l",
          "join claim linked on linked.id = l.from_id or linked.id = l.to_id", "linked.id");
    }
    return direction == LinkDirection.OUTGOING
        ? Listing.of("Claim.links.outgoing", ClaimLink.class, "claim_link", "l", "", "l.from_id")
        : Listing.of("Claim.links.incoming", ClaimLink.class, "claim_link", "l", "", "l.to_id");
  }

  private static Tie said(Collection<? extends Persisted> actors) {
    List<UUID> countries = actors.stream().filter(Country.class::isInstance).map(actor -> actor.key).toList();
    List<UUID> others = actors.stream().filter(actor -> !(actor instanceof Country)).map(actor -> actor.key).toList();
    if (countries.isEmpty() || others.isEmpty()) {
      return new Tie(Sql.of("claim c"), others.isEmpty() ? "c.country_id" : "c.speaker_id");
    }
    return new Tie(Sql.of("claim c join (select s.id, s.speaker_id as parent_key from claim s where")
        .then(Sql.in("s.speaker_id", others))
        .then("union all select s.id, s.country_id as parent_key from claim s where").then(Sql.in("s.country_id", countries))
        .then(") said on said.id = c.id"), "said.parent_key");
  }

  private static List<UUID> keys(Collection<Claim> claims) {
    return claims.stream().map(claim -> claim.key).toList();
  }
}
