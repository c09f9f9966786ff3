package org.rostrum.connection;

import org.eclipse.microprofile.graphql.Description;

/** The direction of a list's order. */
@Description("Which way a list is ordered.")
public enum OrderDirection {
    @Description("Smallest, earliest or first in the alphabet first.")
    ASC,
    @Description("Largest or latest first.")
    DESC
}
