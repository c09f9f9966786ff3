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

/** How the rows of a table become records: what the entity's JPA annotations say, in a form that is quick to read by. */
public final class EntityMapping {

  private static final String KEY = "id";

  private final String name;
  private final Map<String, ColumnMapping> byName = new LinkedHashMap<>();
  private final Map<String, ColumnMapping> byProperty = new HashMap<>();
  private final Map<String, MethodHandle> kinds = new HashMap<>();
  private final String kindColumn;
  private final Collection<Class<?>> entities;

  private EntityMapping(Class<?> root, Collection<Class<?>> entities) {
    jakarta.persistence.Table table = root.getAnnotation(jakarta.persistence.Table.class);
    name = table != null ? table.name() : root.getSimpleName().toLowerCase(Locale.ROOT);
    DiscriminatorColumn discriminator = root.getAnnotation(DiscriminatorColumn.class);
    kindColumn = discriminator == null ? null : discriminator.name();
    this.entities = entities;
    try {
      // Readers tell by the first column whether there is a record at all.
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
        kinds.put(value == null ? null : value.value(), constructor(entity));
      }
    }
  }

  /** The tables of entities, by the class at the top of each one's hierarchy and by all below it. */
  public static Map<Class<?>, EntityMapping> of(Collection<Class<?>> entities) {
    Map<Class<?>, EntityMapping> tables = new HashMap<>();
    for (Class<?> entity : entities) {
      Class<?> root = root(entity);
      EntityMapping table = tables.computeIfAbsent(root,
          top -> new EntityMapping(top, entities.stream().filter(top::isAssignableFrom).toList()));
      tables.put(entity, table);
    }
    return tables;
  }

  private static Class<?> root(Class<?> entity) {
    Class<?> above = entity.getSuperclass();
    return above != null && above.isAnnotationPresent(Entity.class) ? root(above) : entity;
  }

  private void add(Field field) {
    if (Modifier.isStatic(field.getModifiers()) || Modifier.isTransient(field.getModifiers())
        || field.isAnnotationPresent(Transient.class) || field.getName().startsWith("$$")) {
      return;
    }
    Column column = field.getAnnotation(Column.class);
    String columnName = column == null || column.name().isEmpty() ? field.getName().toLowerCase(Locale.ROOT) : column.name();
    boolean always = columnName.equals(KEY) || field.isAnnotationPresent(AlwaysFetched.class);
    ColumnMapping known = new ColumnMapping(columnName, field.getName(), ColumnType.of(field.getType()), field.getType(), setter(field), always);
    byName.putIfAbsent(columnName, known);
    byProperty.putIfAbsent(field.getName(), known);
  }

  private static MethodHandle setter(Field field) {
    try {
      MethodHandle setter = MethodHandles.privateLookupIn(field.getDeclaringClass(), MethodHandles.lookup()).unreflectSetter(field);
      return setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle constructor(Class<?> entity) {
    try {
      Constructor<?> constructor = entity.getDeclaredConstructor();
      return MethodHandles.privateLookupIn(entity, MethodHandles.lookup()).unreflectConstructor(constructor)
          .asType(MethodType.methodType(BaseEntity.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  public String name() {
    return name;
  }

  public Collection<ColumnMapping> columns() {
    return byName.values();
  }

  /** Whether some of the records have what a class declares. */
  public boolean serves(Class<?> source) {
    return entities.stream().anyMatch(source::isAssignableFrom);
  }

  /** The column that fills a property; null where none does. */
  public ColumnMapping ofProperty(String property) {
    return byProperty.get(property);
  }

  /** The column that tells the kinds of records apart; null where there is one kind only. */
  public String kindColumn() {
    return kindColumn;
  }

  /** A record of a kind, with nothing in it. */
  public BaseEntity empty(String kind) {
    try {
      return (BaseEntity) kinds.get(kind).invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot make a record of the table " + name, e);
    }
  }
}
