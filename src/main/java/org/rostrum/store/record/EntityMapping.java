package org.rostrum.store.record;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapping of a table to its entities, taken from their JPA annotations in a form that is fast to read rows with. */
public final class EntityMapping {

    private static final String KEY = "id";

    private final String name;
    private final Map<String, ColumnMapping> byName = new LinkedHashMap<>();
    private final Map<String, ColumnMapping> byProperty = new HashMap<>();
    private final Map<String, MethodHandle> constructors = new HashMap<>();
    private final @Nullable String kindColumn;
    private final Collection<Class<?>> entities;

    private EntityMapping(Class<?> root, Collection<Class<?>> entities) {
        jakarta.persistence.Table table = root.getAnnotation(jakarta.persistence.Table.class);
        name = table != null ? table.name() : root.getSimpleName().toLowerCase(Locale.ROOT);
        DiscriminatorColumn discriminator = root.getAnnotation(DiscriminatorColumn.class);
        kindColumn = discriminator == null ? null : discriminator.name();
        this.entities = entities;
        try {
            // First, because readers recognise by a null key that a join found no row.
            add(BaseEntity.class.getDeclaredField("key"));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        for (Class<?> entity : entities) {
            for (Class<?> type = entity; BaseEntity.class.isAssignableFrom(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    add(field);
                }
            }
            if (!Modifier.isAbstract(entity.getModifiers())) {
                DiscriminatorValue value = entity.getAnnotation(DiscriminatorValue.class);
                constructors.put(value == null ? null : value.value(), constructor(entity));
            }
        }
    }

    /** The mappings of entities, by class; all classes of a hierarchy share one. */
    public static Map<Class<?>, EntityMapping> of(Collection<Class<?>> entities) {
        Map<Class<?>, EntityMapping> tables = new HashMap<>();
        for (Class<?> entity : entities) {
            Class<?> root = root(entity);
            EntityMapping table = tables.computeIfAbsent(
                    root,
                    top -> new EntityMapping(
                            top, entities.stream().filter(top::isAssignableFrom).toList()));
            tables.put(entity, table);
        }
        return tables;
    }

    private static Class<?> root(Class<?> entity) {
        Class<?> above = entity.getSuperclass();
        return above != null && above.isAnnotationPresent(Entity.class) ? root(above) : entity;
    }

    private void add(Field field) {
        if (Modifier.isStatic(field.getModifiers())
                || Modifier.isTransient(field.getModifiers())
                || field.isAnnotationPresent(Transient.class)
                || field.getName().startsWith("$$")) {
            return;
        }
        Column column = field.getAnnotation(Column.class);
        String columnName =
                column == null || column.name().isEmpty() ? field.getName().toLowerCase(Locale.ROOT) : column.name();
        boolean always = columnName.equals(KEY) || field.isAnnotationPresent(AlwaysFetched.class);
        ColumnMapping known = new ColumnMapping(
                columnName, field.getName(), ColumnType.of(field.getType()), field.getType(), setter(field), always);
        byName.putIfAbsent(columnName, known);
        byProperty.putIfAbsent(field.getName(), known);
    }

    private static MethodHandle setter(Field field) {
        try {
            MethodHandle setter = MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup())
                    .unreflectSetter(field);
            return setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle constructor(Class<?> entity) {
        try {
            Constructor<?> constructor = entity.getDeclaredConstructor();
            return MethodHandles.privateLookupIn(entity, MethodHandles.lookup())
                    .unreflectConstructor(constructor)
                    .asType(MethodType.methodType(BaseEntity.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The table's name. */
    public String name() {
        return name;
    }

    /** All columns, the key first. */
    public Collection<ColumnMapping> columns() {
        return byName.values();
    }

    /** Whether any entity of the table has the fields that a class declares. */
    public boolean serves(Class<?> owner) {
        return entities.stream().anyMatch(owner::isAssignableFrom);
    }

    /** The column of a property; null where it has none. */
    public @Nullable ColumnMapping ofProperty(String property) {
        return byProperty.get(property);
    }

    /** The discriminator column; null where the table has a single entity. */
    public @Nullable String kindColumn() {
        return kindColumn;
    }

    /**
     * A new entity without any values.
     *
     * @param kind the discriminator's value; null where there is no discriminator
     */
    // An unknown kind ends in the same exception as a constructor that fails; it is not checked for each row.
    @SuppressWarnings("NullAway")
    public BaseEntity newEntity(@Nullable String kind) {
        try {
            return (BaseEntity) constructors.get(kind).invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot instantiate an entity of the table " + name, e);
        }
    }
}
