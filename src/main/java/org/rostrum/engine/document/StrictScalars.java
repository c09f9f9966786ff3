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
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.TextNormalizer;

/**
 * Checks scalar values when a document and its variables are validated. The platform's scalars accept any text as a
 * date and fail later without naming it, truncate integers that are out of range, and accept infinite numbers.
 */
final class StrictScalars {

    /** By scalar: the problem with an input value; empty for a valid one. */
    private static final Map<String, Function<Object, Optional<String>>> CHECKS = Map.of(
            "Date", value -> textProblem(value, LocalDate::parse, "a date such as 2025-03-13"),
            "DateTime",
                    value -> textProblem(value, Instant::parse, "a time with its zone such as 2025-03-13T20:00:00Z"),
            "Int", StrictScalars::intProblem,
            "Float", StrictScalars::floatProblem,
            "ID",
                    value -> value instanceof String || value instanceof Integer || value instanceof BigInteger
                            ? Optional.empty()
                            : Optional.of("expected an id"));

    /** A scalar's description and the address for {@code @specifiedBy}. */
    private record Specification(String description, String url) {}

    private static final Map<String, Specification> SPECIFICATIONS = Map.of(
            "Date",
                    new Specification(
                            "A day of the calendar, such as \"2025-03-13\": `full-date` of RFC 3339.",
                            "https://scalars.graphql.org/andimarek/local-date.html"),
            "DateTime",
                    new Specification(
                            "An instant with its zone, such as \"2025-03-13T20:00:00Z\": `date-time` of RFC 3339. Answers are in UTC, to the microsecond.",
                            "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"));

    private static final Optional<String> INT_PROBLEM =
            Optional.of("expected a whole number between -2147483648 and 2147483647");

    private StrictScalars() {}

    /** The same schema with checks in front of the platform's scalars. */
    static GraphQLSchema in(GraphQLSchema schema) {
        return withOwnTypeResolvers(SchemaTransformer.transformSchema(schema, new CoercingReplacer()));
    }

    /**
     * The platform's type resolvers return types of the original schema; these look them up by name in the transformed
     * one.
     */
    private static GraphQLSchema withOwnTypeResolvers(GraphQLSchema schema) {
        GraphQLCodeRegistry original = schema.getCodeRegistry();
        GraphQLCodeRegistry registry =
                original.transform(builder -> schema.getAllTypesAsList().forEach(type -> {
                    if (type instanceof GraphQLInterfaceType choice) {
                        builder.typeResolver(choice, byName(original.getTypeResolver(choice)));
                    }
                    if (type instanceof GraphQLUnionType choice) {
                        builder.typeResolver(choice, byName(original.getTypeResolver(choice)));
                    }
                }));
        return schema.transform(builder -> builder.codeRegistry(registry));
    }

    private static TypeResolver byName(TypeResolver resolver) {
        return environment -> environment
                .getSchema()
                .getObjectType(resolver.getType(environment).getName());
    }

    private static final class CoercingReplacer extends GraphQLTypeVisitorStub {
        @Override
        public TraversalControl visitGraphQLScalarType(
                GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
            Function<Object, Optional<String>> check = CHECKS.get(scalar.getName());
            if (check == null) {
                return TraversalControl.CONTINUE;
            }
            Specification specification = SPECIFICATIONS.get(scalar.getName());
            return changeNode(context, scalar.transform(builder -> {
                builder.coercing(new CheckedCoercing(
                        scalar.getCoercing(), check, scalar.getName().equals("Int")));
                if (specification != null) {
                    builder.description(specification.description).specifiedByUrl(specification.url);
                }
            }));
        }
    }

    private static Optional<String> textProblem(Object value, Function<String, ?> parse, String form) {
        if (!(value instanceof String text)) {
            return Optional.of("expected " + form);
        }
        try {
            Object unused = parse.apply(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("expected " + form + ", was \"" + TextNormalizer.shorten(text) + "\"");
        }
    }

    private static Optional<String> intProblem(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.of("expected a whole number");
        }
        if (!Double.isFinite(number.doubleValue())) {
            return INT_PROBLEM;
        }
        BigDecimal exact = number instanceof BigDecimal decimal
                ? decimal
                : number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(number.toString());
        // Excludes numbers with many digits first: expanding their exponent could take minutes.
        boolean small = exact.precision() - exact.scale() <= 10 && exact.scale() <= 10;
        boolean valid =
                small && exact.stripTrailingZeros().scale() <= 0 && exact.longValue() == (int) exact.longValue();
        return valid ? Optional.empty() : INT_PROBLEM;
    }

    private static Optional<String> floatProblem(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.empty()
                : Optional.of("expected a number");
    }

    private static @Nullable Object javaValue(Value<?> literal) {
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

    /** The platform's coercing of a scalar behind a check of its input. */
    private record CheckedCoercing(Coercing<?, ?> platform, Function<Object, Optional<String>> check, boolean integer)
            implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return platform.serialize(result, context, locale);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            check.apply(input).ifPresent(problem -> {
                throw new CoercingParseValueException(problem);
            });
            // JSON may have an integer as 5.0, which the platform does not accept.
            Object value = input instanceof Double number && number == Math.rint(number) && integer
                    ? (Object) number.intValue()
                    : input;
            return platform.parseValue(value, context, locale);
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            check.apply(javaValue(input)).ifPresent(problem -> {
                throw new CoercingParseLiteralException(problem);
            });
            return platform.parseLiteral(input, variables, context, locale);
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return platform.valueToLiteral(input, context, locale);
        }
    }
}
