package org.rostrum.actor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorType;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.sql.SqlFragment;

/** Which actors a list shows: those that meet every condition given. */
@Input("ActorFilter")
@Description("Which actors a list shows: those that meet every condition given.")
public class ActorFilter {

    @Description("Of one of these kinds.")
    public @Nullable List<@NonNull ActorType> type;

    @Description(
            "Of one of these countries, by ISO 3166-1 alpha-2 or alpha-3 code: what was recorded of the actor itself, or the country of any post.")
    public @Nullable List<@NonNull String> country;

    @Description(
            "With this text in the name or an alias, in any case and without regard to accents. A text without a letter or a digit finds nothing.")
    public @Nullable String text;

    @Description("With one of these Wikidata ids.")
    public @Nullable List<@NonNull String> wikidataId;

    @Description("Whether reference data or a person vouch for them; false for those that only articles tell of.")
    public @Nullable Boolean confirmed;

    /** The filter over the table alias {@code a}; actors that were merged into others never show. */
    public static SqlFragment sql(ActorFilter filter, CountryCodes countries) {
        List<SqlFragment> conditions = new ArrayList<>(List.of(SqlFragment.of("a.merged_into is null")));
        if (filter == null) {
            return SqlFragment.all(conditions);
        }
        if (filter.type != null) {
            conditions.add(SqlFragment.in(
                    "a.kind", filter.type.stream().map(Enum::name).toList()));
        }
        if (filter.country != null) {
            List<UUID> keys = List.copyOf(countries.require("filter.country", filter.country));
            SqlFragment held = SqlFragment.of("a.id in (select f.actor_id from affiliation f where")
                    .then(SqlFragment.in("f.country_id", keys))
                    .then(")");
            conditions.add(
                    SqlFragment.any(List.of(SqlFragment.in("a.country_id", keys), SqlFragment.in("a.id", keys), held)));
        }
        if (filter.text != null) {
            String key = TextNormalizer.key(filter.text);
            SqlFragment alias = SqlFragment.of("a.id in (select l.actor_id from actor_alias l where")
                    .then(SqlFragment.contains("l.alias_key", key))
                    .then(")");
            conditions.add(SqlFragment.any(List.of(SqlFragment.contains("a.name_key", key), alias)));
        }
        if (filter.wikidataId != null) {
            conditions.add(SqlFragment.in("filter.wikidataId", "a.wikidata_id", filter.wikidataId));
        }
        if (filter.confirmed != null) {
            conditions.add(SqlFragment.of("a.confirmed = ?", filter.confirmed));
        }
        return SqlFragment.all(conditions);
    }
}
