package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/**
 * What somebody does by saying something: PLOVER's verbal types (<a
 * href="https://github.com/openeventdata/PLOVER">github.com/openeventdata/PLOVER</a>), and those of CAMEO's codes 01x
 * and 02x (Schrodt, CAMEO Codebook 1.1b3, 2012) that PLOVER left out.
 */
@Description(
        "What somebody does by saying something: PLOVER's verbal types, and those of CAMEO's 01x and 02x that PLOVER left out.")
public enum SpeechAct {
    @Description("Says that something is so (CAMEO 010).")
    STATE,
    @Description("Declines to comment (CAMEO 011).")
    DECLINE_COMMENT,
    @Description("Says that something bad will come (CAMEO 012).")
    PREDICT_BAD,
    @Description("Says that something good will come (CAMEO 013).")
    PREDICT_GOOD,
    @Description("Considers doing something (CAMEO 014).")
    CONSIDER,
    @Description("Admits something or takes the responsibility for it (CAMEO 015).")
    ACKNOWLEDGE,
    @Description("Denies something or the responsibility for it (CAMEO 016).")
    DENY,
    @Description("Appeals to somebody (CAMEO 02x).")
    APPEAL,
    @Description("Agrees to something (PLOVER).")
    AGREE,
    @Description("Talks with somebody (PLOVER).")
    CONSULT,
    @Description("Supports somebody or something (PLOVER).")
    SUPPORT,
    @Description("Gives way to somebody (PLOVER).")
    CONCEDE,
    @Description("Demands something (PLOVER).")
    REQUEST,
    @Description("Accuses or criticises somebody (PLOVER).")
    ACCUSE,
    @Description("Rejects something (PLOVER).")
    REJECT,
    @Description("Threatens somebody (PLOVER).")
    THREATEN
}
