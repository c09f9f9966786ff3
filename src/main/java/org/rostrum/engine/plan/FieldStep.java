package org.rostrum.engine.plan;

import graphql.language.Field;
import graphql.language.SourceLocation;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.resolver.FieldFetcher;

/**
 * The resolution of one field, for all places in the document that select it under the same response key. Object types
 * that share the field's declaration share the step.
 */
public final class FieldStep {
    /** The step's index among all steps of the plan. */
    final int number;
    /** The response key: the alias, or the field's name. */
    public final String key;
    /** The key in quotes and a colon, as JSON. */
    public final byte[] encodedKey;

    final String name;
    /** Where the document selects the field first. */
    public final SourceLocation location;

    public final OutputType outputType;
    /** Null for {@code __typename} and introspection. */
    public final @Nullable FieldFetcher fetcher;

    final FieldArguments arguments;
    /** What is selected of the field's objects; null for leaves. */
    public final Plan.@Nullable Selection selection;

    public final Plan.Cost cost;
    /** The cost of the step and all steps below it; empty where it depends on variables. */
    final OptionalLong constantCost;

    FieldStep(
            int number,
            Field field,
            OutputType outputType,
            @Nullable FieldFetcher fetcher,
            FieldArguments arguments,
            Plan.@Nullable Selection selection,
            Plan.Cost cost) {
        this.number = number;
        this.key = field.getResultKey();
        this.encodedKey = JsonBuffer.ascii('"' + key + "\":");
        this.name = field.getName();
        this.location = field.getSourceLocation();
        this.outputType = outputType;
        this.fetcher = fetcher;
        this.arguments = arguments;
        this.selection = selection;
        this.cost = cost;
        this.constantCost = QueryCostCalculator.constantCost(this);
    }

    /** Whether the field is {@code __typename}. */
    public boolean isTypename() {
        return name.equals("__typename");
    }
}
