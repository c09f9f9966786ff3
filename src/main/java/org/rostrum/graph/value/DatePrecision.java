package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/** How much of a date is known. Extraction never yields {@link #UNKNOWN}: a date that it does not know is absent. */
@Description("How much of a date is known.")
public enum DatePrecision {
    @Description("The very day.")
    DAY,
    @Description("The month; the date is its first day.")
    MONTH,
    @Description("The year; the date is its first day.")
    YEAR,
    @Description("Nothing; there is no date.")
    UNKNOWN
}
