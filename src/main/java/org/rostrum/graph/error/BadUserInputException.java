package org.rostrum.graph.error;

import java.util.Objects;

/**
 * An argument is invalid. The message names the argument and the rule it breaks. Clients see the code BAD_USER_INPUT.
 */
public class BadUserInputException extends RuntimeException {

    private final String argument;

    /**
     * Creates the exception.
     *
     * @param argument the invalid argument or input field, as the document names it
     * @param problem the rule that the value breaks, without the argument's name
     */
    public BadUserInputException(String argument, String problem) {
        super(argument + ": " + problem, null, false, false);
        this.argument = argument;
    }

    /** The invalid argument or input field. */
    public String argument() {
        return argument;
    }

    /** The argument and the rule that its value breaks. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "set by the constructor");
    }
}
