package org.rostrum.engine.resolver;

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
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Converts arguments, as GraphQL has coerced them, to the Java types of a method's parameters. */
final class ArgumentBinder {

    /** The platform's scalars return numbers of any class, and dates and times as text whose form has been checked. */
    private static final Map<Class<?>, UnaryOperator<Object>> SCALARS = Map.of(
            String.class, Object::toString,
            Boolean.class, UnaryOperator.identity(),
            Integer.class, value -> ((Number) value).intValue(),
            Double.class, value -> ((Number) value).doubleValue(),
            LocalDate.class, value -> LocalDate.parse(value.toString()),
            Instant.class, value -> Instant.parse(value.toString()));

    private final Map<Class<?>, UnaryOperator<Object>> inputObjects = new HashMap<>();

    /** The conversion to a Java type; null stays null. */
    UnaryOperator<Object> converter(Type type) {
        UnaryOperator<Object> converter = nonNullConverter(type);
        return value -> value == null ? null : converter.apply(value);
    }

    private UnaryOperator<Object> nonNullConverter(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            UnaryOperator<Object> item = converter(list.getActualTypeArguments()[0]);
            return value -> items((List<?>) value, item);
        }
        Class<?> plain = (Class<?>) type;
        if (SCALARS.containsKey(plain)) {
            return SCALARS.get(plain);
        }
        if (plain.isEnum()) {
            return value -> constant(plain, value);
        }
        return value -> inputObject(plain).apply(value);
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

    /** Looked up when a value is converted, because input objects may contain themselves. */
    private synchronized UnaryOperator<Object> inputObject(Class<?> type) {
        UnaryOperator<Object> known = inputObjects.get(type);
        if (known == null) {
            known = new InputObjectConverter(type, this);
            inputObjects.put(type, known);
        }
        return known;
    }

    /**
     * Creates input objects by the constructor without parameters and sets public fields. Fields that are not provided
     * keep their initial values.
     */
    private static final class InputObjectConverter implements UnaryOperator<Object> {
        private final Constructor<?> constructor;
        private final Map<String, InputField> fields = new HashMap<>();

        private record InputField(Field field, UnaryOperator<Object> converter) {
            void set(Object object, @Nullable Object provided) throws IllegalAccessException {
                field.set(object, converter.apply(provided));
            }
        }

        InputObjectConverter(Class<?> type, ArgumentBinder binder) {
            try {
                constructor = type.getDeclaredConstructor();
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(
                        type + " cannot be an argument: it has no constructor without parameters", e);
            }
            for (Field field : type.getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.put(field.getName(), new InputField(field, binder.converter(field.getGenericType())));
                }
            }
        }

        @Override
        public Object apply(Object provided) {
            try {
                Object object = constructor.newInstance();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) provided).entrySet()) {
                    InputField field = Objects.requireNonNull(
                            fields.get(entry.getKey()), "coerced input has only fields of its type");
                    field.set(object, entry.getValue());
                }
                return object;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
