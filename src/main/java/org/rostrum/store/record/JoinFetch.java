package org.rostrum.store.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a field as a to-one association, on its batch method: the statement that reads the parents also reads the
 * target, or at least its key. The method is called only for parents that were read without their associations.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JoinFetch {

    /** Placeholder for the parent's alias. */
    String PARENT = "{}";
    /** Placeholder for the current date in UTC. */
    String TODAY = "{today}";

    /** The entity whose table has the target. */
    Class<? extends BaseEntity> to();

    /** SQL for the target's id, null where there is none; {@value #PARENT} is the parent's alias. */
    String key();
}
