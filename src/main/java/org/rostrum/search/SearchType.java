package org.rostrum.search;

import org.eclipse.microprofile.graphql.Description;

/** What a search can be narrowed to. */
@Description("What a search can be narrowed to.")
public enum SearchType {
    @Description("Articles, by headline and body.")
    ARTICLE,
    @Description("Persons, organisations, groups and countries, by name and other names.")
    ACTOR,
    @Description("Claims, by what was said.")
    CLAIM,
    @Description("Events, by title and place.")
    EVENT
}
