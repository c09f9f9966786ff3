package org.rostrum.actor.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A name of a place, and a country that the place is or lies in. */
@Entity
@Table(name = "territory_name")
@IdClass(TerritoryName.Key.class)
class TerritoryName extends PanacheEntityBase {

    /** The name as it is compared. */
    @Id
    @Column(name = "name_key")
    String nameKey;

    @Id
    @Column(name = "country_id")
    @Nullable
    UUID countryKey;

    /** Whether the place is a capital or the seat of the country's government. */
    @Column(nullable = false)
    boolean seat;

    /** What identifies a name: a name may stand for places in several countries. */
    record Key(String nameKey, @Nullable UUID countryKey) implements Serializable {}

    static TerritoryName of(Key key) {
        TerritoryName name = new TerritoryName();
        name.nameKey = key.nameKey();
        name.countryKey = key.countryKey();
        return name;
    }

    Key key() {
        return new Key(nameKey, countryKey);
    }
}
