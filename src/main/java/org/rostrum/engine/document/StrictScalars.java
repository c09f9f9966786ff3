package org.rostrum.engine.document;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rostrum.graph.value.TextNormalizer;

/**
 * Checks the form of scalars where GraphQL does: when a document and its variables are validated. The
 * platform's scalars take any text for a date and fail later without saying which one, cut whole numbers that are too large
 * down to others, and take numbers without end.
 */
final class StrictScalars {

  /** What is wrong with an input value of a scalar; empty for a right one. */
  private static final Map<String, Function<Object, Optional<String>>> CHECKS = Map.of(
      "Date", value -> checked(value, LocalDate::parse, "a date such as 2025-03-13"),
      "DateTime", value -> checked(value, Instant::parse, "a time with its zone such as 2025-03-13T20:00:00Z"),
      "Int", StrictScalars::checkedInt,
      "Float", StrictScalars::checkedFloat,
      "ID", value -> value instanceof String || value instanceof Integer || value instanceof BigInteger
          ? Optional.empty() : Optional.of("expected an id"));

  /** What a scalar's values are, for people and for programs. */
  private record Specification(String description, String url) {}

  private static final Map<String, Specification> SPECIFICATIONS = Map.of(
      "Date", new Specification("A day of the calendar, such as \"2025-03-13\": `full-date` of RFC 3339.",
          "https://scalars.graphql.org/andimarek/local-date.html"),
      "DateTime", new Specification("An instant with its zone, such as \"2025-03-13T20:00:00Z\": `date-time` of RFC 3339. Answers are in UTC, to the microsecond.",
          "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"));

  private static final Optional<String> WHOLE = Optional.of("expected a whole number between -2147483648 and 2147483647");

  private StrictScalars() {}

  /** The same schema with our checks before the platform's scalars. */
  static GraphQLSchema in(GraphQLSchema schema) {
    return resolvingWithin(SchemaTransformer.transformSchema(schema, new Replacement()));
  }

  /** The platform's type resolvers give types of its own schema, which are no longer those of this one. */
  private static GraphQLSchema resolvingWithin(GraphQLSchema schema) {
    GraphQLCodeRegistry own = schema.getCodeRegistry();
    GraphQLCodeRegistry registry = own.transform(builder -> schema.getAllTypesAsList().forEach(type -> {
      if (type instanceof GraphQLInterfaceType choice) {
        builder.typeResolver(choice, within(own.getTypeResolver(choice)));
      }
      if (type instanceof GraphQLUnionType choice) {
        builder.typeResolver(choice, within(own.getTypeResolver(choice)));
      }
    }));
    return schema.transform(builder -> builder.codeRegistry(registry));
  }

  private static TypeResolver within(TypeResolver resolver) {
    return environment -> environment.getSchema().getObjectType(resolver.getType(environment).getName());
  }

  private static final class Replacement extends GraphQLTypeVisitorStub {
    @Override
    public TraversalControl visitGraphQLScalarType(GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      Function<Object, Optional<String>> check = CHECKS.get(scalar.getName());
      if (check == null) {
        return TraversalControl.CONTINUE;
      }
      Specification specification = SPECIFICATIONS.get(scalar.getName());
      return changeNode(context, scalar.transform(builder -> {
        builder.coercing(new Checked(scalar.getCoercing(), check, scalar.getName().equals("Int")));
        if (specification != null) {
          builder.description(specification.description).specifiedByUrl(specification.url);
        }
      }));
    }
  }

  private static Optional<String> checked(Object value, Function<String, ?> parse, String form) {
    if (!(value instanceof String text)) {
      return Optional.of("expected " + form);
    }
    try {
      parse.apply(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("expected " + form + ", was \"" + TextNormalizer.shorten(text) + "\"");
    }
  }

  private static Optional<String> checkedInt(Object value) {
    if (!(value instanceof Number number)) {
      return Optional.of("expected a whole number");
    }
    if (!Double.isFinite(number.doubleValue())) {
      return WHOLE;
    }
    BigDecimal exact = number instanceof BigDecimal decimal ? decimal : number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(number.toString());
    // A number of many digits before or behind the point is never written out: that could take minutes.
    boolean small = exact.precision() - exact.scale() <= 10 && exact.scale() <= 10;
    boolean right = small && exact.stripTrailingZeros().scale() <= 0 && exact.longValue() == (int) exact.longValue();
    return right ? Optional.empty() : WHOLE;
  }

  private static Optional<String> checkedFloat(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue()) ? Optional.empty() : Optional.of("expected a number");
  }

  private static Object plain(Value<?> literal) {
    if (literal instanceof StringValue text) {
      return text.getValue();
    }
    if (literal instanceof IntValue number) {
      return number.getValue();
    }
    if (literal instanceof FloatValue number) {
      return number.getValue();
    }
    return null;
  }

  /** The platform's own way to read a scalar, behind a check. */
  private record Checked(Coercing<?, ?> own, Function<Object, Optional<String>> check, boolean whole) implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
      return own.serialize(result, context, locale);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      check.apply(input).ifPresent(problem -> {
        throw new CoercingParseValueException(problem);
      });
      // A whole number may be written as 5.0 in JSON; the platform then does not find it whole.
      Object value = input instanceof Double number && number == Math.rint(number) && whole ? (Object) number.intValue() : input;
      return own.parseValue(value, context, locale);
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      check.apply(plain(input)).ifPresent(problem -> {
        throw new CoercingParseLiteralException(problem);
      });
      return own.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return own.valueToLiteral(input, context, locale);
    }
  }
}
