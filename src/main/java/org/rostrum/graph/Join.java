package org.rostrum.graph;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link Link} of a field: what a statement that reads the field's parents needs in order to read the linked records too.
 *
 * @param source whose field it is: the parents' class or an interface of it
 * @param field  the field's name
 * @param to     the entity whose table has the linked records
 * @param kind   the class that the field gives; a record of another kind counts as none
 * @param key    SQL for the linked record's key, see {@link Link#key}
 */
public record Join(Class<?> source, String field, Class<? extends Persisted> to, Class<?> kind, String key) {

  private static final Pattern COLUMN = Pattern.compile(Pattern.quote(Link.PARENT) + "\\.(\\w+)");

  /** The columns of the parent that the key is made of. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(key);
    while (column.find()) {
      columns.add(column.group(1));
    }
    return columns;
  }

  /** The key's expression over a parent with an alias. */
  String key(String parent) {
    String today = "date '" + LocalDate.now(ZoneOffset.UTC) + "'";
    return key.replace(Link.PARENT, parent).replace(Link.TODAY, today);
  }
}
