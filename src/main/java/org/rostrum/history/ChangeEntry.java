package org.rostrum.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rostrum.store.record.BaseEntity;

/**
 * What one transaction did to one record. {@code recordedAt} is the {@linkplain ChangeLog time of the change}, which
 * follows the order of commits.
 */
@Entity
@Table(name = "change_entry")
public class ChangeEntry extends BaseEntity {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {};

    @Enumerated(EnumType.STRING)
    public SubjectType kind;

    @Column(name = "subject_id")
    public UUID subjectKey;

    @Enumerated(EnumType.STRING)
    public ChangeAction action;

    @Column(name = "changed_by")
    public String changedBy;

    @Column(name = "fields")
    public String fieldsAsJson;

    static ChangeEntry of(
            SubjectType kind, UUID subject, ChangeAction action, List<FieldChange> fields, String by, Instant at) {
        ChangeEntry entry = BaseEntity.initialized(new ChangeEntry());
        entry.kind = kind;
        entry.subjectKey = subject;
        entry.action = action;
        entry.changedBy = by;
        entry.recordedAt = at;
        entry.updatedAt = at;
        try {
            entry.fieldsAsJson = JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return entry;
    }

    /** What changed in which fields. */
    public List<FieldChange> fields() {
        try {
            return JSON.readValue(fieldsAsJson, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fields of the change " + key + " are not valid JSON", e);
        }
    }
}
