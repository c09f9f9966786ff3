package org.rostrum.actor;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;

/** An organisation: a government body, a company, a publisher, an alliance of states. */
@Entity
@DiscriminatorValue("ORGANIZATION")
@Description("An organisation: a government body, a company, a publisher, an alliance of states.")
public class Organization extends ActorEntity implements Node, Actor, SearchResult {}
