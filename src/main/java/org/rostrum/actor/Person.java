package org.rostrum.actor;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;

/** A person. */
@Entity
@DiscriminatorValue("PERSON")
@Description("A person.")
public class Person extends ActorEntity implements Node, Actor, SearchResult {}
