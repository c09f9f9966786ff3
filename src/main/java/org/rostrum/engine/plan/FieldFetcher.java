package org.rostrum.engine.plan;

import java.util.List;
import java.util.Map;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;

/** Where a field's data come from. */
public sealed interface FieldFetcher {

  /** Stands for a value that has to be asked for. */
  Object UNREAD = new Object();

  /** A field that each thing has itself. */
  non-sealed interface PropertyFetcher extends FieldFetcher {

    /** Which class declares it. */
    Class<?> owner();

    /** Its value; whatever it throws is the field's error. */
    Object of(Object thing) throws Throwable;
  }

  /** A method that answers for a whole set of things. */
  non-sealed interface BatchFetcher extends FieldFetcher {

    /** Of which class the things are. */
    Class<?> owner();

    /** Where the things' links lead, in SQL; null where it is no link. */
    ToOneAssociation join();

    /**
     * The value that was read together with the thing, or for a link the record's key, a {@link java.util.UUID};
     * {@link FieldFetcher#UNREAD} where neither was.
     */
    Object read(Object thing);

    /**
     * The field's values, in the things' order; a {@link FailedFetch} where there is none but an error.
     *
     * @param arguments as coerced by GraphQL
     */
    List<?> of(List<?> things, Map<String, Object> arguments, FieldSelection asked) throws Throwable;
  }

  /** A field of an operation itself. */
  non-sealed interface RootFetcher extends FieldFetcher {

    /** Its value; whatever it throws is the field's error. */
    Object of(Map<String, Object> arguments, FieldSelection asked) throws Throwable;
  }

  /** In the place of a value that could not be had. */
  record FailedFetch(Throwable cause) {}
}
