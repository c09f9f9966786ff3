package org.rostrum.engine.json;

import graphql.GraphQLContext;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How the values of a scalar or an enum are written. */
public interface LeafSerializer {

  /**
   * Writes a value.
   *
   * @return whether there was something to write; false stands for null
   * @throws CoercingSerializeException when the value is none of this type
   */
  boolean write(JsonBuffer json, Object value);

  /** The usual values of the usual scalars are written as they are; all else goes through the scalar's own coercing. */
  static LeafSerializer of(GraphQLScalarType scalar) {
    Class<?> plain = switch (scalar.getName()) {
      case "String", "ID" -> String.class;
      case "Int" -> Integer.class;
      case "Boolean" -> Boolean.class;
      default -> null;
    };
    GraphQLContext context = GraphQLContext.getDefault();
    return (json, value) -> {
      Object written = value.getClass() == plain ? value : scalar.getCoercing().serialize(value, context, Locale.ENGLISH);
      if (written != null) {
        json.any(written);
      }
      return written != null;
    };
  }

  static LeafSerializer of(GraphQLEnumType type) {
    GraphQLContext context = GraphQLContext.getDefault();
    Map<String, byte[]> names = new HashMap<>();
    type.getValues().forEach(value -> names.put(value.getName(), JsonBuffer.encoded(value.getName())));
    return (json, value) -> {
      byte[] known = value instanceof Enum<?> constant ? names.get(constant.name()) : null;
      if (known != null) {
        json.raw(known);
      } else {
        json.any(type.serialize(value, context, Locale.ENGLISH));
      }
      return true;
    };
  }
}
