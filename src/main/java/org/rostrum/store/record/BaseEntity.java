package org.rostrum.store.record;

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
public abstract class BaseEntity extends PanacheEntityBase {

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

  /** Pairs of a link and where it leads; none for a record that was read whole. */
  @Transient
  private Object[] links = NOTHING;

  /** Makes a record a new one: with a key, now. */
  public static <E extends BaseEntity> E begun(E record) {
    record.begin();
    return record;
  }

  /** Gives a new record what all new ones have. */
  public void begin() {
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

  /** The record that stands for this one now, so that links to it lead there; null where it stands for itself. */
  public UUID replacedBy() {
    return null;
  }

  /** Notes where a link leads: the record, where it was read together with this one, its key, where it was not, or null. */
  public void link(ToOneAssociation join, Object to) {
    Object[] more = Arrays.copyOf(links, links.length + 2);
    more[links.length] = join;
    more[links.length + 1] = to;
    links = more;
  }

  /** Whether it was read where a link leads. */
  public boolean hasLink(ToOneAssociation join) {
    return indexOf(join) >= 0;
  }

  /** Where a link leads: a {@link BaseEntity}, or the key of one, a {@link UUID}; null where it leads nowhere. */
  public Object link(ToOneAssociation join) {
    return links[indexOf(join) + 1];
  }

  private int indexOf(ToOneAssociation join) {
    for (int i = 0; i < links.length; i += 2) {
      if (links[i] == join) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BaseEntity that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
