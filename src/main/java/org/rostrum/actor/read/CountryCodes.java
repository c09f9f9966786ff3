package org.rostrum.actor.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** Countries by their ISO 3166-1 codes. The codes never change while Rostrum runs, so they are kept in memory. */
@ApplicationScoped
public class CountryCodes {

    private final Database database;
    private final Map<String, UUID> byCode = new ConcurrentHashMap<>();

    CountryCodes(Database database) {
        this.database = database;
    }

    /** The key of the country with an alpha-2 or alpha-3 code in any case. */
    public Optional<UUID> find(String code) {
        if (byCode.isEmpty()) {
            reload();
        }
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /**
     * The keys of the countries with these codes.
     *
     * @throws BadUserInputException when a code is no country's
     */
    public Set<UUID> require(String argument, Collection<String> codes) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (String code : codes) {
            keys.add(find(code).orElseThrow(() -> unknown(argument, code)));
        }
        return keys;
    }

    /** The error of an argument with a code that is of no country. */
    public static BadUserInputException unknown(String argument, String code) {
        return new BadUserInputException(
                argument,
                "\"" + TextNormalizer.shorten(code) + "\" is not an ISO 3166-1 alpha-2 or alpha-3 code of a country");
    }

    /** Reads the codes again, after the reference data changed. */
    public void reload() {
        database.forEachRow(SqlFragment.of("select id, alpha2, alpha3 from actor where kind = 'COUNTRY'"), row -> {
            UUID country = row.uuid("id");
            byCode.put(row.text("alpha2"), country);
            byCode.put(row.text("alpha3"), country);
        });
    }
}
