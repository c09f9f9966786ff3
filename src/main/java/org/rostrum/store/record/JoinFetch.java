package org.rostrum.store.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the method of a field that gives each of its parents one record at most: says how the record is found in SQL. So the
 * statement that reads the parents reads the record too, or its key. The method is called for parents that were read whole.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JoinFetch {

  /** Stands for the parent's alias in the expression. */
  String PARENT = "{}";
  /** Stands for the day that it is, in UTC. */
  String TODAY = "{today}";

  /** The entity whose table has the record. */
  Class<? extends BaseEntity> to();

  /** SQL for the record's key, or null for no record: {@value #PARENT} stands for the parent's alias. */
  String key();
}
