package org.rostrum.graph.value;

import org.eclipse.microprofile.graphql.Description;

/**
 * What happened, by PLOVER (Political Language Ontology for Verifiable Event Records, manual of 2024). Extraction never
 * yields {@link #SUPPORT}, {@link #CONCEDE}, {@link #REQUEST}, {@link #ACCUSE} or {@link #REJECT}: it records what is
 * done by speaking as the {@link SpeechAct} of a statement; clients may record events of these types.
 */
@Description("What happened or is planned, by PLOVER, the Political Language Ontology for Verifiable Event Records.")
public enum EventType {
    @Description("Agreeing, settling, signing (verbal cooperation).")
    AGREE,
    @Description("Meeting, visiting, calling, negotiating (verbal cooperation).")
    CONSULT,
    @Description("Supporting by diplomatic means (verbal cooperation).")
    SUPPORT,
    @Description("Giving way: easing, releasing, allowing (verbal cooperation).")
    CONCEDE,
    @Description("Cooperating in deed: trade, exchange, joint exercises (material cooperation).")
    COOPERATE,
    @Description("Giving aid: economic, military, humanitarian (material cooperation).")
    AID,
    @Description("Retreating: withdrawing forces, holding a ceasefire (material cooperation).")
    RETREAT,
    @Description("Demanding (verbal conflict).")
    REQUEST,
    @Description("Accusing, criticising, condemning (verbal conflict).")
    ACCUSE,
    @Description("Rejecting (verbal conflict).")
    REJECT,
    @Description("Threatening (verbal conflict).")
    THREATEN,
    @Description("Demonstrating, striking (material conflict).")
    PROTEST,
    @Description("Sanctioning, breaking off relations (material conflict).")
    SANCTION,
    @Description("Mobilising forces (material conflict).")
    MOBILIZE,
    @Description("Coercing: arresting, seizing, repressing (material conflict).")
    COERCE,
    @Description("Attacking (material conflict).")
    ASSAULT
}
