package org.rostrum.claim;

import org.eclipse.microprofile.graphql.Description;

/** The length of the periods that claims are counted in. */
@Description("The length of the periods that claims are counted in.")
public enum CountInterval {
    @Description("Days.")
    DAY,
    @Description("Weeks from Monday to Sunday (ISO 8601).")
    WEEK,
    @Description("Months.")
    MONTH,
    @Description("Years.")
    YEAR
}
