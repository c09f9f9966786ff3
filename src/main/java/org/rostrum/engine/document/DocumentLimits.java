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
 * Rejects documents that are too large before they are validated, because validation can be made expensive itself. A
 * fragment's fields count wherever it is spread but are counted once, so checking takes time linear in the document's
 * length.
 */
public final class DocumentLimits {

    /**
     * Counts are capped here so that they do not overflow: fragments that spread fragments twice double them at every
     * level.
     */
    private static final long MAX_COUNT = 1L << 40;

    private final Limits limits;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> sizes = new HashMap<>();
    private final Set<String> visiting = new LinkedHashSet<>();

    private DocumentLimits(Limits limits, Document document) {
        this.limits = limits;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, other) -> first));
    }

    /** The size of a selection with all fragments spread. */
    private record Size(long fields, long aliases, long spreads, int depth) {
        static final Size NONE = new Size(0, 0, 0, 0);

        /** The size of two selections in one selection set. */
        Size plus(Size other) {
            return new Size(
                    capped(fields + other.fields),
                    capped(aliases + other.aliases),
                    capped(spreads + other.spreads),
                    Math.max(depth, other.depth));
        }

        private static long capped(long count) {
            return Math.min(MAX_COUNT, count);
        }
    }

    /** Thrown for a fragment that spreads itself, directly or through others. */
    public static final class FragmentCycle extends RuntimeException {
        private final transient ApiError error;

        FragmentCycle(String message, FragmentSpread spread) {
            super(message, null, false, false);
            this.error = new ApiError(
                    "GRAPHQL_VALIDATION_FAILED", message, List.of(spread.getSourceLocation()), null, Map.of());
        }

        /** The error for the client. */
        public ApiError error() {
            return error;
        }
    }

    /**
     * Checks a document against all limits.
     *
     * @throws LimitExceededException when it is too large
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
        checkLimit(
                "root-fields",
                limits.rootFields(),
                width(operation.getSelectionSet()),
                operation,
                "selects %d fields at its root, more than");
        checkSize(size(operation.getSelectionSet()), operation);
    }

    private void checkSize(Size size, Node<?> node) {
        checkLimit("depth", limits.depth(), size.depth, node, "is %d fields deep, deeper than");
        checkLimit("fields", limits.fields(), size.fields, node, "selects %d fields, more than");
        checkLimit("aliases", limits.aliases(), size.aliases, node, "has %d aliases, more than");
        checkLimit("spreads", limits.spreads(), size.spreads, node, "spreads %d fragments, more than");
    }

    private void checkLimit(String name, int max, long actual, Node<?> node, String problem) {
        if (actual > max) {
            String message = "the request " + problem.formatted(actual) + " the limit of " + max;
            throw new LimitExceededException(name, max, actual, message, node.getSourceLocation());
        }
    }

    /** The number of fields of a selection set, without those below them. */
    private long width(SelectionSet set) {
        long width = 0;
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field) {
                width++;
            } else if (selection instanceof InlineFragment inline) {
                width += width(inline.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                // Bounded by the limits on the fragment's own size, which were checked before.
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
            all = all.plus(size(selection));
        }
        return all;
    }

    private Size size(Selection<?> selection) {
        if (selection instanceof Field field) {
            Size below = size(field.getSelectionSet());
            return new Size(
                    below.fields + 1,
                    below.aliases + (field.getAlias() == null ? 0 : 1),
                    below.spreads,
                    below.depth + 1);
        }
        if (selection instanceof InlineFragment inline) {
            Size below = size(inline.getSelectionSet());
            return new Size(below.fields, below.aliases, below.spreads + 1, below.depth);
        }
        FragmentSpread spread = (FragmentSpread) selection;
        if (visiting.contains(spread.getName())) {
            throw new FragmentCycle(
                    "the fragment " + spread.getName() + " spreads itself: " + String.join(" → ", visiting) + " → "
                            + spread.getName(),
                    spread);
        }
        FragmentDefinition fragment = fragments.get(spread.getName());
        // An unknown fragment is reported by validation.
        Size below = fragment == null ? Size.NONE : fragment(fragment);
        return new Size(below.fields, below.aliases, below.spreads + 1, below.depth);
    }

    private Size fragment(FragmentDefinition fragment) {
        Size known = sizes.get(fragment.getName());
        if (known != null) {
            return known;
        }
        visiting.add(fragment.getName());
        Size size = size(fragment.getSelectionSet());
        visiting.remove(fragment.getName());
        checkSize(size, fragment);
        sizes.put(fragment.getName(), size);
        return size;
    }

    private void directives(Node<?> node) {
        if (!(node instanceof DirectivesContainer<?> container)) {
            return;
        }
        List<Directive> directives = container.getDirectives();
        if (directives.size() > limits.directives()) {
            throw new LimitExceededException(
                    "directives",
                    limits.directives(),
                    directives.size(),
                    "the request has " + directives.size() + " directives at one place, more than the limit of "
                            + limits.directives(),
                    node.getSourceLocation());
        }
        if (node instanceof OperationDefinition operation) {
            operation.getVariableDefinitions().forEach(this::directives);
        }
    }
}
