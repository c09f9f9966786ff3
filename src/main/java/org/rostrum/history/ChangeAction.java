package org.rostrum.history;

import org.eclipse.microprofile.graphql.Description;

/** What was done to a record. */
@Description("What was done to a thing.")
public enum ChangeAction {
    @Description("It was recorded.")
    RECORDED,
    @Description("Some of its fields changed, by somebody or as a consequence of another change.")
    UPDATED,
    @Description("Somebody judged it.")
    REVIEWED,
    @Description("It was linked to another.")
    LINKED,
    @Description("A link to another was removed.")
    UNLINKED,
    @Description("It turned out to be another, and what it had moved there.")
    MERGED,
    @Description("It was deleted.")
    DELETED
}
