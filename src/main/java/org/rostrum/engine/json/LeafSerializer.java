package org.rostrum.engine.json;

import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the values of a scalar or an enum as JSON. */
public interface LeafSerializer {

    /**
     * Writes a value.
     *
     * @return false, with nothing written, where the value is serialized to null
     * @throws CoercingSerializeException when the value cannot be serialized as this type
     */
    boolean write(JsonBuffer json, Object value);

    /**
     * The serializer of a scalar. Values of the Java class that a built-in scalar usually has are written without its
     * coercing.
     */
    static LeafSerializer of(GraphQLScalarType scalar) {
        Class<?> uncoerced =
                switch (scalar.getName()) {
                    case "String", "ID" -> String.class;
                    case "Int" -> Integer.class;
                    case "Boolean" -> Boolean.class;
                    default -> null;
                };
        GraphQLContext context = GraphQLContext.getDefault();
        return (json, value) -> {
            Object result = value.getClass() == uncoerced
                    ? value
                    : scalar.getCoercing().serialize(value, context, Locale.ENGLISH);
            if (result != null) {
                json.value(result);
            }
            return result != null;
        };
    }

    /** The serializer of an enum. The names of its constants are encoded once. */
    static LeafSerializer of(GraphQLEnumType type) {
        GraphQLContext context = GraphQLContext.getDefault();
        Map<String, byte[]> names = new HashMap<>();
        type.getValues().forEach(value -> names.put(value.getName(), JsonBuffer.encoded(value.getName())));
        return (json, value) -> {
            byte[] name = value instanceof Enum<?> constant ? names.get(constant.name()) : null;
            if (name != null) {
                json.raw(name);
            } else {
                json.value(type.serialize(value, context, Locale.ENGLISH));
            }
            return true;
        };
    }
}
