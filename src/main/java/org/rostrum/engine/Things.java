package org.rostrum.engine;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.engine.Plan.Selection;

/**
 * The things at one place of a plan, in the order of the answer, and what their fields gave. What a field of theirs leads to
 * are other things, one place further down.
 */
final class Things {

  final Selection selection;
  final List<Object> things = new ArrayList<>();
  /** By step: the field's value for each thing; null for steps whose values are read when they are written. */
  final Object[][] values;
  /** By step: the things that the values consist of; null for leaves and where there are none. */
  final Things[] below;
  /** Which of the things is written next. */
  int next;

  Things(Selection selection) {
    this.selection = selection;
    this.values = new Object[selection.steps.size()][];
    this.below = new Things[selection.steps.size()];
  }
}
