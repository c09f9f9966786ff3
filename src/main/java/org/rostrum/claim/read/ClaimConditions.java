package org.rostrum.claim.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.article.Article;
import org.rostrum.claim.EventClaim;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.sql.SqlFragment;

/** Translates filters of claims to SQL over the table alias {@code c}. */
final class ClaimConditions {

    private static final String ROOT = "filter";
    private static final int MAX_DEPTH = 5;
    /** The most filters in one, itself included. */
    private static final int MAX_FILTERS = 50;

    private final CountryCodes countries;

    ClaimConditions(CountryCodes countries) {
        this.countries = countries;
    }

    /** The filter's condition, and those of lists that it does not set itself. */
    SqlFragment visible(@Nullable ClaimFilter filter) {
        if (filter == null) {
            return ClaimFilter.listed();
        }
        List<SqlFragment> conditions = new ArrayList<>();
        if (!filter.asksForReview()) {
            conditions.add(ClaimFilter.NOT_REJECTED);
        }
        if (!filter.asksForModality()) {
            conditions.add(ClaimFilter.ASSERTED);
        }
        conditions.add(includingHidden(filter));
        return SqlFragment.all(conditions);
    }

    /** The filter's condition as it is. */
    SqlFragment includingHidden(ClaimFilter filter) {
        if (filter == null) {
            return SqlFragment.TRUE;
        }
        if (count(filter, 1) > MAX_FILTERS) {
            throw new BadUserInputException(ROOT, "must hold at most " + MAX_FILTERS + " filters");
        }
        return all(filter, ROOT);
    }

    private static int count(ClaimFilter filter, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadUserInputException(ROOT, "filters must not be nested deeper than " + MAX_DEPTH);
        }
        return 1
                + filter.parts().stream()
                        .mapToInt(part -> count(part, depth + 1))
                        .sum();
    }

    private SqlFragment all(ClaimFilter filter, String path) {
        List<SqlFragment> conditions = new ArrayList<>();
        addActors(filter, path, conditions);
        addSource(filter, path, conditions);
        addStatement(filter, path, conditions);
        if (filter.and != null) {
            conditions.add(SqlFragment.all(
                    filter.and.stream().map(part -> all(part, path + ".and")).toList()));
        }
        if (filter.or != null) {
            conditions.add(SqlFragment.any(
                    filter.or.stream().map(part -> all(part, path + ".or")).toList()));
        }
        if (filter.not != null) {
            conditions.add(all(filter.not, path + ".not").not());
        }
        return SqlFragment.all(conditions);
    }

    /** Who said it to whom, and for which country. */
    private void addActors(ClaimFilter filter, String path, List<SqlFragment> conditions) {
        if (filter.speaker != null) {
            conditions.add(
                    SqlFragment.in(path + ".speaker", "c.speaker_id", actors(path + ".speaker", filter.speaker)));
        }
        if (filter.speakerWikidataId != null) {
            conditions.add(SqlFragment.of("c.speaker_id in (select s.id from actor s where")
                    .then(SqlFragment.in(path + ".speakerWikidataId", "s.wikidata_id", filter.speakerWikidataId))
                    .then(")"));
        }
        if (filter.speakerCountry != null) {
            conditions.add(SqlFragment.in(
                    path + ".speakerCountry",
                    "c.country_id",
                    countries.require(path + ".speakerCountry", filter.speakerCountry)));
        }
        if (filter.addressee != null) {
            conditions.add(SqlFragment.in(
                    path + ".addressee", "c.addressee_id", actors(path + ".addressee", filter.addressee)));
        }
    }

    /** Where it is printed, and the event that it is about. */
    private static void addSource(ClaimFilter filter, String path, List<SqlFragment> conditions) {
        if (filter.publisher != null) {
            conditions.add(SqlFragment.of("c.article_id in (select p.id from article p where")
                    .then(SqlFragment.in(
                            path + ".publisher", "p.publisher_id", actors(path + ".publisher", filter.publisher)))
                    .then(")"));
        }
        if (filter.article != null) {
            conditions.add(SqlFragment.of(
                    "c.article_id = ?", TypeId.require(path + ".article", filter.article, Article.PREFIX)));
        }
        if (filter.event != null) {
            conditions.add(SqlFragment.of(
                    "c.id in (select e.claim_id from event_claim e where e.event_id = ?)",
                    TypeId.require(path + ".event", filter.event, EventClaim.EVENT_PREFIX)));
        }
    }

    /** What was said, when and how, and how far it can be relied on. */
    private static void addStatement(ClaimFilter filter, String path, List<SqlFragment> conditions) {
        if (filter.saidOn != null) {
            conditions.add(filter.saidOn.on(path + ".saidOn", "c.said_on", "c.said_order"));
        }
        if (filter.saidOnBasis != null) {
            conditions.add(SqlFragment.in("c.said_on_basis", names(filter.saidOnBasis)));
        }
        if (filter.modality != null) {
            conditions.add(SqlFragment.in("c.modality", names(filter.modality)));
        }
        if (filter.kind != null) {
            conditions.add(SqlFragment.in("c.kind", names(filter.kind)));
        }
        if (filter.act != null) {
            conditions.add(SqlFragment.in("c.act", names(filter.act)));
        }
        if (filter.text != null) {
            conditions.add(SqlFragment.contains("c.text", filter.text));
        }
        if (filter.minConfidence != null) {
            if (!(filter.minConfidence >= 0 && filter.minConfidence <= 1)) {
                throw new BadUserInputException(
                        path + ".minConfidence", "must be between 0 and 1, was " + filter.minConfidence);
            }
            conditions.add(SqlFragment.of("c.confidence >= ?", filter.minConfidence));
        }
        if (filter.review != null) {
            conditions.add(SqlFragment.in("c.review", names(filter.review)));
        }
        if (filter.updatedSince != null) {
            conditions.add(SqlFragment.of("c.updated_at >= ?", filter.updatedSince));
        }
    }

    private static List<UUID> actors(String path, List<String> ids) {
        return ids.stream()
                .map(id -> TypeId.require(path, id, ActorEntity.PREFIX))
                .toList();
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).distinct().toList();
    }
}
