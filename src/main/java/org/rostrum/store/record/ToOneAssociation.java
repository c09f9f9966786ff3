package org.rostrum.store.record;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A {@link JoinFetch} of a field: what a statement that reads the field's parents needs in order to read the linked records too.
 *
 * @param source whose field it is: the parents' class or an interface of it
 * @param field  the field's name
 * @param to     the entity whose table has the linked records
 * @param kind   the class that the field gives; a record of another kind counts as none
 * @param key    SQL for the linked record's key, see {@link JoinFetch#key}
 */
public record ToOneAssociation(Class<?> source, String field, Class<? extends BaseEntity> to, Class<?> kind, String key) {

  /** Where the link leads, as the field gives it: null for a record of another kind. */
  public Object fitting(Object to) {
    return to instanceof BaseEntity && !kind.isInstance(to) ? null : to;
  }

  /** The key's expression over a parent with an alias. */
  public String key(String parent) {
    return key(key, parent);
  }

  /** A link's expression, see {@link JoinFetch#key}, over a parent with an alias. */
  public static String key(String expression, String parent) {
    String key = expression.replace(JoinFetch.PARENT, parent);
    return key.contains(JoinFetch.TODAY) ? key.replace(JoinFetch.TODAY, "date '" + LocalDate.now(ZoneOffset.UTC) + "'") : key;
  }
}
