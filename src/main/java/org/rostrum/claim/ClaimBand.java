package org.rostrum.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A band of the MinHash signature of a claim's text: claims that share one may have nearly the same words. */
@Entity
@Table(name = "claim_band")
@IdClass(ClaimBand.Key.class)
public class ClaimBand extends PanacheEntityBase {

    @Id
    public long band;

    @Id
    @Column(name = "claim_id")
    public UUID claimKey;

    record Key(long band, UUID claimKey) implements Serializable {}

    /** A new row. */
    public static ClaimBand of(long band, UUID claim) {
        ClaimBand row = new ClaimBand();
        row.band = band;
        row.claimKey = claim;
        return row;
    }
}
