package org.rostrum.engine.document;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;

/**
 * Refuses documents that are too large before anything is done for them: validation itself can be made to work hard. What a
 * fragment selects counts wherever it is spread, but is looked at once, so the work grows with the document's length only.
 */
public final class DocumentLimits {

  /** No count goes beyond this: fragments that spread fragments double at every step. */
  private static final long ENDLESS = 1L << 40;

  private final Limits limits;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Size> sizes = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private DocumentLimits(Limits limits, Document document) {
    this.limits = limits;
    this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
        .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, other) -> first));
  }

  /** How much a selection asks for, all fragments spread. */
  private record Size(long fields, long aliases, long spreads, int depth) {
    static final Size NONE = new Size(0, 0, 0, 0);

    /** Both beside each other. */
    Size and(Size other) {
      return new Size(capped(fields + other.fields), capped(aliases + other.aliases), capped(spreads + other.spreads),
          Math.max(depth, other.depth));
    }

    private static long capped(long count) {
      return Math.min(ENDLESS, count);
    }
  }

  /** Thrown for a fragment that spreads itself. */
  public static final class FragmentCycle extends RuntimeException {
    private final transient ApiError error;

    FragmentCycle(String message, FragmentSpread spread) {
      super(message, null, false, false);
      this.error = new ApiError("GRAPHQL_VALIDATION_FAILED", message, List.of(spread.getSourceLocation()), null, Map.of());
    }

    public ApiError error() {
      return error;
    }
  }

  /**
   * Looks at a document.
   *
   * @throws LimitExceededException    when it is too large
   * @throws FragmentCycle when a fragment spreads itself
   */
  public static void check(Limits limits, Document document) {
    DocumentLimits check = new DocumentLimits(limits, document);
    for (Definition<?> definition : document.getDefinitions()) {
      check.directives(definition);
      if (definition instanceof FragmentDefinition fragment) {
        check.fragment(fragment);
      }
    }
    document.getDefinitionsOfType(OperationDefinition.class).forEach(check::operation);
  }

  private void operation(OperationDefinition operation) {
    atMost("root-fields", limits.rootFields(), width(operation.getSelectionSet()), operation, "selects %d fields at its root, more than");
    within(size(operation.getSelectionSet()), operation);
  }

  private void within(Size size, Node<?> node) {
    atMost("depth", limits.depth(), size.depth, node, "is %d fields deep, deeper than");
    atMost("fields", limits.fields(), size.fields, node, "selects %d fields, more than");
    atMost("aliases", limits.aliases(), size.aliases, node, "has %d aliases, more than");
    atMost("spreads", limits.spreads(), size.spreads, node, "spreads %d fragments, more than");
  }

  private void atMost(String name, int most, long actual, Node<?> node, String what) {
    if (actual > most) {
      String message = "the request " + what.formatted(actual) + " the limit of " + most;
      throw new LimitExceededException(name, most, actual, message, node.getSourceLocation());
    }
  }

  /** How many fields a selection set has, without what is below them. */
  private long width(SelectionSet set) {
    long width = 0;
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field) {
        width++;
      } else if (selection instanceof InlineFragment inline) {
        width += width(inline.getSelectionSet());
      } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
        // The fragment's own size, looked at before, bounds how long this takes.
        width += width(fragments.get(spread.getName()).getSelectionSet());
      }
    }
    return width;
  }

  private Size size(SelectionSet set) {
    if (set == null) {
      return Size.NONE;
    }
    Size all = Size.NONE;
    for (Selection<?> selection : set.getSelections()) {
      directives(selection);
      all = all.and(size(selection));
    }
    return all;
  }

  private Size size(Selection<?> selection) {
    if (selection instanceof Field field) {
      Size below = size(field.getSelectionSet());
      return new Size(below.fields + 1, below.aliases + (field.getAlias() == null ? 0 : 1), below.spreads, below.depth + 1);
    }
    if (selection instanceof InlineFragment inline) {
      Size below = size(inline.getSelectionSet());
      return new Size(below.fields, below.aliases, below.spreads + 1, below.depth);
    }
    FragmentSpread spread = (FragmentSpread) selection;
    if (open.contains(spread.getName())) {
      throw new FragmentCycle("the fragment " + spread.getName() + " spreads itself: "
          + String.join(" → ", open) + " → " + spread.getName(), spread);
    }
    FragmentDefinition fragment = fragments.get(spread.getName());
    // A fragment that is missing is reported by validation.
    Size below = fragment == null ? Size.NONE : fragment(fragment);
    return new Size(below.fields, below.aliases, below.spreads + 1, below.depth);
  }

  private Size fragment(FragmentDefinition fragment) {
    Size known = sizes.get(fragment.getName());
    if (known != null) {
      return known;
    }
    open.add(fragment.getName());
    Size size = size(fragment.getSelectionSet());
    open.remove(fragment.getName());
    within(size, fragment);
    sizes.put(fragment.getName(), size);
    return size;
  }

  private void directives(Node<?> node) {
    if (!(node instanceof DirectivesContainer<?> container)) {
      return;
    }
    List<Directive> directives = container.getDirectives();
    if (directives.size() > limits.directives()) {
      throw new LimitExceededException("directives", limits.directives(), directives.size(), "the request has " + directives.size()
          + " directives at one place, more than the limit of " + limits.directives(), node.getSourceLocation());
    }
    if (node instanceof OperationDefinition operation) {
      operation.getVariableDefinitions().forEach(this::directives);
    }
  }
}
