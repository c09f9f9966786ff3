package org.rostrum.claim.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.article.Article;
import org.rostrum.claim.ReviewState;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.filter.DateRange;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.store.sql.SqlFragment;

/** Which claims a list shows: those that meet every condition given. */
@Input("ClaimFilter")
@Description("Which claims a list shows: those that meet every condition given. Rejected claims show only where `review` asks for them.")
public class ClaimFilter {

  /** How deep filters may be nested. */
  private static final int DEEPEST = 5;
  /** How many filters one filter may hold, itself counted. */
  private static final int MOST = 50;

  @Description("Said by one of these actors.")
  @Id
  public List<@NonNull String> speaker;

  @Description("Said by one of the actors with these Wikidata ids, which are the same in every installation.")
  public List<@NonNull String> speakerWikidataId;

  @Description("Spoken for one of these countries on the day of the saying, by ISO 3166-1 alpha-2 or alpha-3 code.")
  public List<@NonNull String> speakerCountry;

  @Description("Said to one of these actors.")
  @Id
  public List<@NonNull String> addressee;

  @Description("In an article of one of these publishers.")
  @Id
  public List<@NonNull String> publisher;

  @Id
  @Description("In this article.")
  public String article;

  @Id
  @Description("About this event.")
  public String event;

  @Description("Said between these days. Claims without a date are left out.")
  public DateRange saidOn;

  @Description("Reported in one of these ways.")
  public List<@NonNull ClaimKind> kind;

  @Description("With one of these speech acts.")
  public List<@NonNull SpeechAct> act;

  @Description("With this text in what was said, in any case. A text without a letter or a digit finds nothing.")
  public String text;

  @Description("With at least this confidence, 0 to 1.")
  public Double minConfidence;

  @Description("In one of these review states; all but REJECTED where nothing is given.")
  public List<@NonNull ReviewState> review;

  @Description("Changed at or after this time.")
  public Instant updatedSince;

  @Name("and")
  @Description("That also meet all of these filters.")
  public List<@NonNull ClaimFilter> and;

  @Name("or")
  @Description("That also meet at least one of these filters.")
  public List<@NonNull ClaimFilter> or;

  @Name("not")
  @Description("That do not meet this filter.")
  public ClaimFilter not;

  /**
   * The filter over the table alias {@code c}.
   *
   * @throws BadUserInputException when a value is wrong or the filter too large
   */
  public static SqlFragment sql(ClaimFilter filter, CountryCodes countries) {
    SqlFragment visible = SqlFragment.of("c.review <> 'REJECTED'");
    if (filter == null) {
      return visible;
    }
    SqlFragment conditions = rejectedToo(filter, countries);
    return filter.asksForReview() ? conditions : SqlFragment.all(List.of(visible, conditions));
  }

  /** The same filter, where rejected claims are not hidden unless it says so. */
  public static SqlFragment rejectedToo(ClaimFilter filter, CountryCodes countries) {
    if (filter == null) {
      return SqlFragment.TRUE;
    }
    if (count(filter, "filter", 1) > MOST) {
      throw new BadUserInputException("filter", "must hold at most " + MOST + " filters");
    }
    return filter.conditions("filter", countries);
  }

  private static int count(ClaimFilter filter, String path, int depth) {
    if (depth > DEEPEST) {
      throw new BadUserInputException(path, "filters must not be nested deeper than " + DEEPEST);
    }
    return 1 + filter.parts().stream().mapToInt(part -> count(part, path, depth + 1)).sum();
  }

  private boolean asksForReview() {
    return review != null || parts().stream().anyMatch(ClaimFilter::asksForReview);
  }

  private List<ClaimFilter> parts() {
    List<ClaimFilter> parts = new ArrayList<>();
    if (and != null) {
      parts.addAll(and);
    }
    if (or != null) {
      parts.addAll(or);
    }
    if (not != null) {
      parts.add(not);
    }
    return parts;
  }

  private SqlFragment conditions(String path, CountryCodes countries) {
    List<SqlFragment> conditions = new ArrayList<>();
    who(path, countries, conditions);
    where(path, conditions);
    what(path, conditions);
    if (and != null) {
      conditions.add(SqlFragment.all(and.stream().map(part -> part.conditions(path + ".and", countries)).toList()));
    }
    if (or != null) {
      conditions.add(SqlFragment.any(or.stream().map(part -> part.conditions(path + ".or", countries)).toList()));
    }
    if (not != null) {
      conditions.add(not.conditions(path + ".not", countries).negated());
    }
    return SqlFragment.all(conditions);
  }

  private void who(String path, CountryCodes countries, List<SqlFragment> conditions) {
    if (speaker != null) {
      conditions.add(SqlFragment.in(path + ".speaker", "c.speaker_id", actors(path + ".speaker", speaker)));
    }
    if (speakerWikidataId != null) {
      conditions.add(SqlFragment.of("c.speaker_id in (select s.id from actor s where")
          .then(SqlFragment.in(path + ".speakerWikidataId", "s.wikidata_id", speakerWikidataId)).then(")"));
    }
    if (speakerCountry != null) {
      conditions.add(SqlFragment.in(path + ".speakerCountry", "c.country_id", countries.require(path + ".speakerCountry", speakerCountry)));
    }
    if (addressee != null) {
      conditions.add(SqlFragment.in(path + ".addressee", "c.addressee_id", actors(path + ".addressee", addressee)));
    }
  }

  private void where(String path, List<SqlFragment> conditions) {
    if (publisher != null) {
      conditions.add(SqlFragment.of("c.article_id in (select p.id from article p where")
          .then(SqlFragment.in(path + ".publisher", "p.publisher_id", actors(path + ".publisher", publisher))).then(")"));
    }
    if (article != null) {
      conditions.add(SqlFragment.of("c.article_id = ?", TypeId.require(path + ".article", article, Article.PREFIX)));
    }
    if (event != null) {
      conditions.add(SqlFragment.of("c.id in (select e.claim_id from event_claim e where e.event_id = ?)",
          TypeId.require(path + ".event", event, "event")));
    }
  }

  private void what(String path, List<SqlFragment> conditions) {
    if (saidOn != null) {
      conditions.add(saidOn.on(path + ".saidOn", "c.said_on", "c.said_order"));
    }
    if (kind != null) {
      conditions.add(SqlFragment.in("c.kind", names(kind)));
    }
    if (act != null) {
      conditions.add(SqlFragment.in("c.act", names(act)));
    }
    if (text != null) {
      conditions.add(SqlFragment.contains("c.text", text));
    }
    if (minConfidence != null) {
      if (!(minConfidence >= 0 && minConfidence <= 1)) {
        throw new BadUserInputException(path + ".minConfidence", "must be between 0 and 1, was " + minConfidence);
      }
      conditions.add(SqlFragment.of("c.confidence >= ?", minConfidence));
    }
    if (review != null) {
      conditions.add(SqlFragment.in("c.review", names(review)));
    }
    if (updatedSince != null) {
      conditions.add(SqlFragment.of("c.updated_at >= ?", updatedSince));
    }
  }

  private static List<UUID> actors(String path, List<String> ids) {
    return ids.stream().map(id -> TypeId.require(path, id, ActorEntity.PREFIX)).toList();
  }

  private static List<String> names(List<? extends Enum<?>> values) {
    return values.stream().<String>map(Enum::name).distinct().toList();
  }
}
