package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/** Whether something was said, as the article has it. The values are those of PLOVER's modes of events. */
@Description("Whether something was said, as the article has it.")
public enum Modality {
    @Description("It was said.")
    ASSERTED,
    @Description("It was not said: \"did not say that …\", \"declined to confirm …\".")
    NEGATED,
    @Description("It may have been said, or may be said on a condition: \"if she says that …\", \"would accept …\".")
    HYPOTHETICAL,
    @Description("It is to be said: \"will announce …\", \"plans to ask …\".")
    FUTURE
}
