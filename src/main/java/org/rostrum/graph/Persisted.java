package org.rostrum.graph;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What all records share: a time-ordered key and the times of recording and of the last change. Links to other records
 * are keys, not objects: they are followed for a whole set of records at once by {@link Loaders}, never one by one.
 */
@MappedSuperclass
public abstract class Persisted extends PanacheEntityBase {

  private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

  /** Primary key, a UUID of version 7. */
  @Id
  @Column(name = "id")
  @Ignore
  public UUID key = newKey();

  /** When the record came into the database. */
  @Column(name = "recorded_at", nullable = false, updatable = false)
  @NonNull
  @Description("When this was recorded.")
  public Instant recordedAt = now();

  /** When the record last changed. */
  @Column(name = "updated_at", nullable = false)
  @NonNull
  @Description("When this last changed.")
  public Instant updatedAt = recordedAt;

  /** A new time-ordered key. */
  public static UUID newKey() {
    return KEYS.generate();
  }

  /** The present instant in microseconds, the finest unit that every database we run on keeps. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Notes that the record changes now. */
  public void touch() {
    updatedAt = now();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Persisted that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
