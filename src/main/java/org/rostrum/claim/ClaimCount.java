package org.rostrum.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;

/** How many claims a period has, or a group in it where claims are counted by groups. */
@Description("How many claims a period has, of one group where groups are asked for.")
public class ClaimCount {

    /** The period's first day. */
    @Description("The first day of the period; null for the claims of which the date is not known.")
    public @Nullable LocalDate from;

    /** The kind, where counted by KIND. */
    @Description("How the claims are reported, where they are counted by KIND.")
    public @Nullable ClaimKind kind;

    /** The speech act, where counted by ACT. */
    @Description("What is done by saying the claims, where they are counted by ACT.")
    public @Nullable SpeechAct act;

    /** How many claims there are. */
    @NonNull
    @Description("How many claims there are.")
    public Integer count;

    /** The key of the speaker, country or publisher, where counted by one of them. */
    @Ignore
    public @Nullable UUID actorKey;
}
