package org.rostrum.graph;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What all records share: a time-ordered key and the times of recording and of the last change. Links to other records
 * are keys, not objects: they are followed for a whole set of records at once, never one by one. A record that was read
 * for a request has only what the request asks for; one that is to be written is made by {@link #begun}.
 */
@MappedSuperclass
public abstract class Persisted extends PanacheEntityBase {

  private static final Object[] NOTHING = {};
  private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

  /** Primary key, a UUID of version 7. */
  @Id
  @Column(name = "id")
  @Ignore
  public UUID key;

  /** When the record came into the database. */
  @Column(name = "recorded_at", nullable = false, updatable = false)
  @NonNull
  @Description("When this was recorded.")
  public Instant recordedAt;

  /** When the record last changed. */
  @Column(name = "updated_at", nullable = false)
  @NonNull
  @Description("When this last changed.")
  public Instant updatedAt;

  /** Pairs of a join and the record that it led to, or null; none where nothing was joined. */
  @Transient
  private Object[] joined = NOTHING;

  /** Makes a record a new one: with a key, now. */
  public static <E extends Persisted> E begun(E record) {
    record.begin();
    return record;
  }

  /** Gives a new record what all new ones have. */
  protected void begin() {
    key = newKey();
    recordedAt = now();
    updatedAt = recordedAt;
  }

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

  /** Whether another record stands for this one now, so that links to it lead there. */
  protected boolean isReplaced() {
    return false;
  }

  /** Notes the record that was read together with this one; null where the link is empty. */
  void join(Join join, Persisted other) {
    Object[] more = Arrays.copyOf(joined, joined.length + 2);
    more[joined.length] = join;
    more[joined.length + 1] = other;
    joined = more;
  }

  /** Whether the record that a link leads to was read together with this one. */
  public boolean hasJoined(Join join) {
    return indexOf(join) >= 0;
  }

  /** The record that was read together with this one; null where the link is empty. */
  public Persisted joined(Join join) {
    return (Persisted) joined[indexOf(join) + 1];
  }

  private int indexOf(Join join) {
    for (int i = 0; i < joined.length; i += 2) {
      if (joined[i].equals(join)) {
        return i;
      }
    }
    return -1;
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
