package org.rostrum.store.record;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.request.RequestContext;

/** An entity that keeps who recorded it. */
@MappedSuperclass
public abstract class AuthoredEntity extends BaseEntity {

    /** Who recorded it. */
    @Column(name = "recorded_by", nullable = false, updatable = false)
    @NonNull
    @Description("Who recorded this: the name in the bearer token, or \"rostrum\" for the system itself.")
    public String recordedBy;

    @Override
    public void initialize() {
        super.initialize();
        recordedBy = RequestContext.writer();
    }
}
