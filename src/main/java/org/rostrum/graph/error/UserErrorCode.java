package org.rostrum.graph.error;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of errors in a mutation's input. */
@Description("What kind of mistake an input has.")
public enum UserErrorCode {
    @Description("A value is missing or empty.")
    REQUIRED,
    @Description("A value is not of the form it must have.")
    INVALID,
    @Description("A text or list is longer than allowed.")
    TOO_LONG,
    @Description("A number, date or span lies outside what is allowed.")
    OUT_OF_RANGE,
    @Description("An id or code names nothing, or a thing of another type.")
    NOT_FOUND,
    @Description("The thing is there already.")
    ALREADY_EXISTS,
    @Description("Two values contradict each other, or what is there already.")
    CONFLICT
}
