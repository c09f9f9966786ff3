package org.rostrum.api;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes valid documents of a schema at random: every type, nested fields with arguments, aliases, named and inline
 * fragments, interfaces and unions, directives, variables. The same seed makes the same documents.
 */
public final class RandomDocuments {

    private static final int DEEPEST = 6;
    private static final int MAX_FIELDS = 5;
    private static final String LETTERS = "aeiou клян 🏃\u00e9'\"\\%_";

    private final GraphQLSchema schema;
    private final List<String> ids;
    private final Random random;
    private boolean subscribing;
    private int names;
    private StringBuilder fragments;
    private List<String> variables;
    private Map<String, Object> values;

    /** @param ids ids of things that are there: what documents ask for is found now and then */
    public RandomDocuments(GraphQLSchema schema, List<String> ids, long seed) {
        this.schema = schema;
        this.ids = ids;
        this.random = new Random(seed);
    }

    /** A document and the values of its variables. */
    public record Made(String document, Map<String, Object> variables) {}

    public Made query() {
        return make("query", schema.getQueryType());
    }

    public Made mutation() {
        return make("mutation", schema.getMutationType());
    }

    /**
     * A subscription. Unlike queries and mutations it need not be valid: its root may have several fields, in fragments
     * or not, and conditions that leave some or all of them out.
     */
    public Made subscription() {
        return make("subscription", schema.getSubscriptionType());
    }

    private Made make(String kind, GraphQLObjectType root) {
        fragments = new StringBuilder();
        variables = new ArrayList<>();
        values = new LinkedHashMap<>();
        names = 0;
        subscribing = kind.equals("subscription");
        String selection = subscribing ? subscriptionRoot(root, 0) : selection(root, 0);
        String declared = variables.isEmpty() ? "" : "(" + String.join(", ", variables) + ")";
        return new Made(kind + " Made" + declared + " " + selection + fragments, values);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String selection(GraphQLNamedOutputType type, int depth) {
        List<String> parts = new ArrayList<>();
        if (type instanceof GraphQLFieldsContainer container) {
            int wanted = 1 + random.nextInt(depth == 0 ? 2 : MAX_FIELDS);
            List<GraphQLFieldDefinition> fields = container.getFieldDefinitions();
            for (int i = 0; i < wanted; i++) {
                String field = field(one(fields), depth);
                if (field != null) {
                    parts.add(field);
                }
            }
        }
        if (chance(0.2) || parts.isEmpty()) {
            parts.add(alias() + "__typename" + directive());
        }
        if (depth > 0 && chance(type instanceof GraphQLObjectType ? 0.1 : 0.6)) {
            parts.add(fragment(type, depth));
        }
        return parts.stream().collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String subscriptionRoot(GraphQLObjectType type, int fragmentsAround) {
        List<String> parts = new ArrayList<>();
        for (int i = chance(0.8) ? 1 : 2; i > 0; i--) {
            if (fragmentsAround < 3 && chance(0.3)) {
                GraphQLNamedOutputType on = chance(0.9) ? type : schema.getQueryType();
                String body = on == type ? subscriptionRoot(type, fragmentsAround + 1) : selection(on, 1);
                parts.add(spread(on, body, rootDirective()));
            } else {
                String field = chance(0.95) ? field(one(type.getFieldDefinitions()), 0) : "__typename";
                parts.add(field);
            }
        }
        return parts.stream().collect(Collectors.joining(" ", "{ ", " }"));
    }

    private String rootDirective() {
        return chance(0.8) ? directive() : chance(0.5) ? " @skip(if: true)" : " @include(if: false)";
    }

    private String fragment(GraphQLNamedOutputType type, int depth) {
        GraphQLNamedOutputType on = narrowed(type);
        return spread(on, selection(on, depth + 1), directive());
    }

    private String spread(GraphQLNamedOutputType on, String body, String directive) {
        if (chance(0.5)) {
            return "... on " + on.getName() + directive + " " + body;
        }
        String name = "F" + names++;
        fragments
                .append(" fragment ")
                .append(name)
                .append(" on ")
                .append(on.getName())
                .append(' ')
                .append(body);
        return "..." + name + directive;
    }

    private GraphQLNamedOutputType narrowed(GraphQLNamedOutputType type) {
        if (type instanceof GraphQLInterfaceType choice) {
            GraphQLObjectType one = one(schema.getImplementations(choice));
            return chance(0.3) ? (GraphQLNamedOutputType) one(one.getInterfaces()) : one;
        }
        if (type instanceof GraphQLUnionType choice) {
            return (GraphQLNamedOutputType) one(choice.getTypes());
        }
        return type;
    }

    /** Always under a name of its own: fields of one name need not fit each other. */
    private String alias() {
        return "a" + names++ + ": ";
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        GraphQLNamedOutputType type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        boolean leaf = type instanceof GraphQLScalarType || type instanceof GraphQLEnumType;
        if (!leaf && depth >= DEEPEST) {
            return null;
        }
        String arguments = arguments(field, depth);
        String head = alias() + field.getName() + arguments;
        String made = head
                + (subscribing && depth == 0 ? rootDirective() : directive())
                + (leaf ? "" : " " + selection(type, depth + 1));
        return chance(0.1)
                ? made + " " + again(head + directive() + (leaf ? "" : " " + selection(type, depth + 1)))
                : made;
    }

    /** The same field a second time, which may ask for more below it. */
    private String again(String field) {
        return chance(0.5) ? field : "..." + directive() + " { " + field + " }";
    }

    private String arguments(GraphQLFieldDefinition field, int depth) {
        List<String> given = new ArrayList<>();
        boolean backward = chance(0.2);
        for (GraphQLArgument argument : field.getArguments()) {
            boolean required = argument.getType() instanceof GraphQLNonNull;
            if (argument.getName().equals(backward ? "last" : "first") && chance(0.9)) {
                given.add(argument.getName() + ": " + number(argument.getType(), 1 + random.nextInt(3)));
                continue;
            }
            double probability =
                    switch (argument.getName()) {
                        case "first", "last" -> 0;
                        // Hardly ever a cursor of the list.
                        case "after", "before" -> 0.03;
                        default -> 0.3;
                    };
            if (required || chance(probability)) {
                String name = argument.getName().equals("id") ? field.getName() : argument.getName();
                given.add(argument.getName() + ": " + value(name, argument.getType(), 0));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String number(GraphQLInputType type, int number) {
        return chance(0.3) ? variable(type, number) : String.valueOf(number);
    }

    /** A variable, with a value or a default, or with both: the value then may be null wherever the variable stands. */
    private String variable(GraphQLType type, Object value) {
        String name = "v" + names++;
        if (value == null || chance(0.7)) {
            variables.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(type));
            values.put(name, value);
            return "$" + name;
        }
        variables.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type)) + " = "
                + constant(value, type));
        if (chance(0.5)) {
            values.put(name, chance(0.3) ? null : value);
        }
        return "$" + name;
    }

    private String directive() {
        if (!chance(0.05)) {
            return "";
        }
        boolean on = random.nextBoolean();
        String condition =
                chance(0.5) ? variable(GraphQLNonNull.nonNull(schema.getType("Boolean")), on) : String.valueOf(on);
        return (random.nextBoolean() ? " @include(if: " : " @skip(if: ") + condition + ")";
    }

    /** A literal, or a variable with a value. */
    private String value(String name, GraphQLInputType type, int depth) {
        if (chance(0.3)) {
            return variable(type, plain(name, type, depth));
        }
        return literal(plain(name, type, depth), type);
    }

    /** A literal, in which variables may stand in place of parts. */
    private String literal(Object value, GraphQLType type) {
        return literal(value, type, 0.05);
    }

    private String constant(Object value, GraphQLType type) {
        return literal(value, type, 0);
    }

    /** In place of a part: a variable, now and then. */
    private String part(Object value, GraphQLType type, double variables) {
        return variables > 0 && chance(variables) ? variable(type, value) : literal(value, type, variables);
    }

    private String literal(Object value, GraphQLType type, double variables) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (value == null) {
            return "null";
        }
        if (value instanceof List<?> list) {
            GraphQLType item = ((GraphQLList) bare).getWrappedType();
            return list.stream().map(one -> part(one, item, variables)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            GraphQLInputObjectType object = (GraphQLInputObjectType) bare;
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": "
                            + part(
                                    entry.getValue(),
                                    object.getField((String) entry.getKey()).getType(),
                                    variables))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text && !(bare instanceof GraphQLEnumType) ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Object plain(String name, GraphQLType type, int depth) {
        if (!(type instanceof GraphQLNonNull) && chance(0.1)) {
            return null;
        }
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (bare instanceof GraphQLList list) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(
                        depth > 2
                                ? leaf(name, GraphQLTypeUtil.unwrapNonNull(list.getWrappedType()), depth)
                                : plain(name, list.getWrappedType(), depth + 1));
            }
            items.removeIf(item -> item == null);
            return items;
        }
        return leaf(name, bare, depth);
    }

    private Object leaf(String name, GraphQLType type, int depth) {
        if (type instanceof GraphQLEnumType choice) {
            return one(choice.getValues()).getName();
        }
        if (type instanceof GraphQLInputObjectType object) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
                boolean required = field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue();
                if (required || chance(depth > 2 ? 0 : 0.2)) {
                    fields.put(field.getName(), plain(field.getName(), field.getType(), depth + 1));
                }
            }
            return fields;
        }
        return scalar(name, ((GraphQLNamedType) type).getName());
    }

    private Object scalar(String name, String type) {
        return switch (type) {
            case "Boolean" -> random.nextBoolean();
            case "Int" -> random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(40);
            case "Float" -> random.nextInt(5) == 0 ? random.nextGaussian() * 1e9 : random.nextDouble();
            case "Date" ->
                "20" + (10 + random.nextInt(16)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            case "DateTime" ->
                "20" + (10 + random.nextInt(16)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)
                        + "T12:00:00Z";
            case "ID" -> chance(0.8) ? id(name) : text();
            default ->
                name.equals("code") || name.toLowerCase().contains("country")
                        ? one(List.of("UA", "USA", "ru", "xx"))
                        : text();
        };
    }

    /** An id of a thing of the kind that has the name, where there is such a kind. */
    private String id(String name) {
        List<String> right =
                ids.stream().filter(id -> id.startsWith(name + "_")).toList();
        return right.isEmpty() || chance(0.1) ? one(ids) : one(right);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(LETTERS.codePointAt(
                    LETTERS.offsetByCodePoints(0, random.nextInt(LETTERS.codePointCount(0, LETTERS.length())))));
        }
        return text.toString();
    }
}
