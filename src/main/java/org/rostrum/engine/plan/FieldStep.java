package org.rostrum.engine.plan;

import graphql.language.Field;
import graphql.language.SourceLocation;
import org.rostrum.engine.json.JsonBuffer;

/** A field, with all places in the document that ask for it. Where things of several types get it alike, it is one step. */
public final class FieldStep {
  /** Numbers the plan's steps. */
  final int number;
  public final String key;
  /** The key, its quotes and a colon. */
  public final byte[] encodedKey;
  final String field;
  public final SourceLocation location;
  public final OutputType shape;
  /** Null for {@code __typename} and introspection. */
  public final FieldFetcher source;
  final Plan.Arguments arguments;
  /** Null for leaves. */
  public final Plan.Selection below;
  public final Plan.Cost cost;
  /** The cost of the step and all below it, where no variable decides; negative else. */
  final long knownCost;

  FieldStep(int number, Field field, OutputType shape, FieldFetcher source, Plan.Arguments arguments, Plan.Selection below, Plan.Cost cost) {
    this.number = number;
    this.key = field.getResultKey();
    this.encodedKey = JsonBuffer.ascii('"' + key + "\":");
    this.field = field.getName();
    this.location = field.getSourceLocation();
    this.shape = shape;
    this.source = source;
    this.arguments = arguments;
    this.below = below;
    this.cost = cost;
    this.knownCost = QueryCostCalculator.known(this);
  }

  public boolean isTypename() {
    return field.equals("__typename");
  }
}
