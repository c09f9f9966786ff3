package org.rostrum.engine;

import java.util.List;
import java.util.Map;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Join;

/** Where a field's data come from. */
sealed interface Source {

  /** Stands for a value that has to be asked for. */
  Object UNREAD = new Object();

  /** A field that each thing has itself. */
  non-sealed interface Own extends Source {

    /** Which class declares it. */
    Class<?> owner();

    /** Its value; whatever it throws is the field's error. */
    Object of(Object thing) throws Throwable;
  }

  /** A method that answers for a whole set of things. */
  non-sealed interface Sets extends Source {

    /** Of which class the things are. */
    Class<?> owner();

    /** Where the things' links lead, in SQL; null where it is no link. */
    Join join();

    /**
     * The value that was read together with the thing, or for a link the record's key, a {@link java.util.UUID};
     * {@link Source#UNREAD} where neither was.
     */
    Object read(Object thing);

    /**
     * The field's values, in the things' order; a {@link Failed} where there is none but an error.
     *
     * @param arguments as coerced by GraphQL
     */
    List<?> of(List<?> things, Map<String, Object> arguments, Asked asked) throws Throwable;
  }

  /** A field of an operation itself. */
  non-sealed interface Root extends Source {

    /** Its value; whatever it throws is the field's error. */
    Object of(Map<String, Object> arguments, Asked asked) throws Throwable;
  }

  /** In the place of a value that could not be had. */
  record Failed(Throwable cause) {}
}
