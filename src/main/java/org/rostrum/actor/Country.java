package org.rostrum.actor;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;

/** A country or territory of ISO 3166-1: it can speak for itself, and others speak for it. */
@Entity
@DiscriminatorValue("COUNTRY")
@Description("A country or territory of ISO 3166-1: it can speak for itself, and others speak for it.")
public class Country extends ActorEntity implements Node, Actor, SearchResult {

    /** ISO 3166-1 alpha-2 code, upper case. */
    @NonNull
    @Description("ISO 3166-1 alpha-2 code.")
    public String alpha2;

    /** ISO 3166-1 alpha-3 code, upper case. */
    @NonNull
    @Description("ISO 3166-1 alpha-3 code.")
    public String alpha3;

    /** The adjective for what is of the country. */
    @Column
    @Description("The adjective for what is of the country, such as \"Ukrainian\".")
    public @Nullable String demonym;
}
