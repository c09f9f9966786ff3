package org.rostrum.graph.input;

import java.util.List;
import java.util.function.Function;
import org.rostrum.graph.error.UserError;

/** A mutation's input after parsing: a valid value, or the errors that keep it from being one. */
public sealed interface ParsedInput<T> {

    /** The value of an input without errors. */
    record Valid<T>(T value) implements ParsedInput<T> {}

    /**
     * An input that is refused.
     *
     * @param errors what is wrong with it, at least one
     */
    record Invalid<T>(List<UserError> errors) implements ParsedInput<T> {}

    /** Makes the change that a valid input asks for; an invalid one changes nothing. */
    default ChangeResult then(Function<T, ChangeResult> change) {
        if (this instanceof Valid<T> valid) {
            return change.apply(valid.value);
        }
        return new ChangeResult.Rejected(((Invalid<T>) this).errors, null);
    }
}
