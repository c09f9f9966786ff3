package org.rostrum.engine.execution;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.Plan.Selection;

/**
 * The things at one place of a plan, in the order of the answer, and what their fields gave. What a field of theirs leads to
 * are other things, one place further down.
 */
public final class ObjectBatch {

  public final Selection selection;
  public final List<Object> things = new ArrayList<>();
  /** By step: the field's value for each thing; null for steps whose values are read when they are written. */
  public final Object[][] values;
  /** By step: the things that the values consist of; null for leaves and where there are none. */
  public final ObjectBatch[] below;
  /** Which of the things is written next. */
  public int next;

  private final ObjectBatch above;
  private final FieldStep step;

  /**
   * @param above the things whose field gave these; null at the root
   * @param step  that field
   */
  ObjectBatch(Selection selection, ObjectBatch above, FieldStep step) {
    this.selection = selection;
    this.above = above;
    this.step = step;
    this.values = new Object[selection.steps.size()][];
    this.below = new ObjectBatch[selection.steps.size()];
  }

  /** Where a field of theirs is: the keys from the root down. */
  String path(FieldStep field) {
    return above == null ? field.key : above.path(step) + "." + field.key;
  }
}
