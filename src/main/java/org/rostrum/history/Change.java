package org.rostrum.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;

/** One change of a record: what one transaction did to it. */
@Description("One change of a thing.")
public record Change(
        @Ignore UUID key,
        @Description("What was done.") @NonNull ChangeAction action,
        @Description("When it was committed.") @NonNull Instant at,

        @Description("Who did it: the name in the bearer token, or \"rostrum\" for the system itself.") @NonNull
        String by,

        @Description("What it did to which fields; empty for a thing that was recorded.") @NonNull
        List<@NonNull FieldChange> fields)
        implements Node {

    /** The prefix of changes' ids. */
    public static final String PREFIX = "change";

    static Change of(ChangeEntry entry) {
        return new Change(entry.key, entry.action, entry.recordedAt, entry.changedBy, entry.fields());
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
