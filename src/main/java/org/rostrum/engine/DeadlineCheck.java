package org.rostrum.engine;

import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import org.rostrum.graph.Work;

/** Stops an operation whose time is up before its next field; statements that run have a timeout of their own. */
final class DeadlineCheck extends SimplePerformantInstrumentation {

  @Override
  public FieldFetchingInstrumentationContext beginFieldFetching(
      InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    Work work = Work.current();
    if (work.expired()) {
      throw work.late();
    }
    return FieldFetchingInstrumentationContext.NOOP;
  }
}
