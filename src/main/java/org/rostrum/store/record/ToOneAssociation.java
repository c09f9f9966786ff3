package org.rostrum.store.record;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * To-one association, as a {@link JoinFetch} of a field declares it. {@code key}: SQL for the target's id, or null;
 * {@code {}} is the parent's alias.
 *
 * @param owner the parents' class, or an interface of it
 * @param field the field's name
 * @param to the entity whose table has the targets
 * @param type the class of the field's value; a target of another class in the same table counts as none
 * @param key see {@link JoinFetch#key}
 */
public record ToOneAssociation(
        Class<?> owner, String field, Class<? extends BaseEntity> to, Class<?> type, String key) {

    /** The field's value for a target: null for an entity of another type. */
    public @Nullable Object valueOf(@Nullable Object target) {
        return target instanceof BaseEntity && !type.isInstance(target) ? null : target;
    }

    /** SQL for the target's id, for a parent with an alias. */
    public String key(String parentAlias) {
        return key(key, parentAlias);
    }

    /** A key expression, see {@link JoinFetch#key}, for a parent with an alias. */
    public static String key(String expression, String parentAlias) {
        String key = expression.replace(JoinFetch.PARENT, parentAlias);
        return key.contains(JoinFetch.TODAY)
                ? key.replace(JoinFetch.TODAY, "date '" + LocalDate.now(ZoneOffset.UTC) + "'")
                : key;
    }
}
