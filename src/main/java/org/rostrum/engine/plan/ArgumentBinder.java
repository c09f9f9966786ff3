package org.rostrum.engine.plan;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes Java values of arguments that GraphQL has coerced: what a method's parameters say, made once for each of them. */
final class ArgumentBinder {

  /** The platform's scalars give numbers of any kind, and dates and times as text, of which the form was checked. */
  private static final Map<Class<?>, UnaryOperator<Object>> SCALARS = Map.of(
      String.class, Object::toString,
      Boolean.class, UnaryOperator.identity(),
      Integer.class, value -> ((Number) value).intValue(),
      Double.class, value -> ((Number) value).doubleValue(),
      LocalDate.class, value -> LocalDate.parse(value.toString()),
      Instant.class, value -> Instant.parse(value.toString()));

  private final Map<Class<?>, UnaryOperator<Object>> objects = new HashMap<>();

  /** Makes values of a Java type; null stays null. */
  UnaryOperator<Object> to(Type type) {
    UnaryOperator<Object> made = of(type);
    return value -> value == null ? null : made.apply(value);
  }

  private UnaryOperator<Object> of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      UnaryOperator<Object> item = to(list.getActualTypeArguments()[0]);
      return value -> items((List<?>) value, item);
    }
    Class<?> plain = (Class<?>) type;
    if (SCALARS.containsKey(plain)) {
      return SCALARS.get(plain);
    }
    if (plain.isEnum()) {
      return value -> constant(plain, value);
    }
    return value -> object(plain).apply(value);
  }

  private static Object items(List<?> values, UnaryOperator<Object> item) {
    List<Object> items = new ArrayList<>(values.size());
    values.forEach(value -> items.add(item.apply(value)));
    return items;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, Object value) {
    return value instanceof Enum<?> ? value : Enum.valueOf((Class) type, value.toString());
  }

  /** Input objects may contain themselves, so what makes them is looked up when a value comes. */
  private synchronized UnaryOperator<Object> object(Class<?> type) {
    UnaryOperator<Object> known = objects.get(type);
    if (known == null) {
      known = new Maker(type, this);
      objects.put(type, known);
    }
    return known;
  }

  /** Makes input objects of a class: a constructor without parameters, and public fields. What is not given stays as it is. */
  private static final class Maker implements UnaryOperator<Object> {
    private final Constructor<?> constructor;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, UnaryOperator<Object>> values = new HashMap<>();

    Maker(Class<?> type, ArgumentBinder inputs) {
      try {
        constructor = type.getDeclaredConstructor();
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " cannot be an argument", e);
      }
      for (Field field : type.getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.put(field.getName(), field);
          values.put(field.getName(), inputs.to(field.getGenericType()));
        }
      }
    }

    @Override
    public Object apply(Object given) {
      try {
        Object made = constructor.newInstance();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) given).entrySet()) {
          fields.get(entry.getKey()).set(made, values.get(entry.getKey()).apply(entry.getValue()));
        }
        return made;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
