package org.rostrum.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;

/** How many claims a period has, of one group where groups are asked for. */
@Description("How many claims a period has, of one group where groups are asked for.")
public class ClaimCount {

  /** The period's first day. */
  @Description("The first day of the period; null for the claims of which the date is not known.")
  public LocalDate from;

  /** How the claims are reported, where counted by KIND. */
  @Description("How the claims are reported, where they are counted by KIND.")
  public ClaimKind kind;

  /** What is done by the claims, where counted by ACT. */
  @Description("What is done by saying the claims, where they are counted by ACT.")
  public SpeechAct act;

  /** How many claims there are. */
  @NonNull
  @Description("How many claims there are.")
  public Integer count;

  /** The speaker, country or publisher. */
  @Ignore
  public UUID actorKey;
}
