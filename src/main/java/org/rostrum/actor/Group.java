package org.rostrum.actor;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;

/** People who are spoken of as one and have no organisation. */
@Entity
@DiscriminatorValue("GROUP")
@Description(
        "People who are spoken of as one and have no organisation of their own, such as \"Ukrainian officials and citizens\".")
public class Group extends ActorEntity implements Node, Actor, SearchResult {}
