package org.rostrum.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SortDate;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.store.record.AuthoredEntity;

/** One statement as one article attributes it. */
@Entity
@Description("One statement as one article attributes it.")
public class Claim extends AuthoredEntity implements Node, SearchResult {

    /** The prefix of claims' ids. */
    public static final String PREFIX = "claim";

    @Ignore
    @Column(name = "article_id", nullable = false, updatable = false)
    public UUID articleKey;

    @Ignore
    @Column(name = "first_evidence_id", nullable = false)
    public UUID firstEvidenceKey;

    /** What was said. */
    @NonNull
    @Description(
            "What was said, as the article has it, without the quotation marks around it, or the \"that\" which introduces indirect speech.")
    public String text;

    /** How the article reports the words. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How the article reports the words.")
    public ClaimKind kind;

    /** The words by which the article attributes the statement. */
    @Description("The words by which the article attributes the statement, such as \"said\".")
    public @Nullable String cue;

    /** Whether it was said. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("Whether it was said, as the article has it.")
    public Modality modality;

    /** What the speaker does by saying it. */
    @Enumerated(EnumType.STRING)
    @Description("What the speaker does by saying it.")
    public @Nullable SpeechAct act;

    @Ignore
    @Column(name = "speaker_id")
    public @Nullable UUID speakerKey;

    /** The speaker as printed. */
    @Column(name = "speaker_mention")
    @Description("The speaker as printed.")
    public @Nullable String speakerMention;

    @Ignore
    @Column(name = "capacity_id")
    public UUID capacityKey;

    @Ignore
    @Column(name = "country_id")
    public UUID countryKey;

    @Ignore
    @Column(name = "addressee_id")
    public @Nullable UUID addresseeKey;

    /** Whom it was said to, as printed. */
    @Column(name = "addressee_mention")
    @Description("Whom it was said to, as printed.")
    public @Nullable String addresseeMention;

    /** When it was said. */
    @Column(name = "said_on")
    @Description("When it was said; for a month or a year its first day.")
    public @Nullable LocalDate saidOn;

    /** How much of the date is known. */
    @Column(name = "said_on_precision", nullable = false)
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How much of the date is known.")
    public DatePrecision saidOnPrecision;

    /** What the date rests on. */
    @Column(name = "said_on_basis")
    @Enumerated(EnumType.STRING)
    @Description("What the date rests on; null where it is not known.")
    public @Nullable DateBasis saidOnBasis;

    @Ignore
    @Column(name = "said_order", nullable = false)
    public LocalDate saidOrder;

    /** How sure the reading is, 0 to 1. */
    @NonNull
    @Description("How sure the reading is, from 0 to 1.")
    public Double confidence;

    /** How far the claim can be relied on. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How far the claim can be relied on.")
    public ReviewState review;

    /** Whether it was extracted, not recorded by a person. */
    @Ignore
    @Column(nullable = false)
    public boolean extracted;

    /** The key of the country that the speaker's mention itself names. */
    @Ignore
    @Column(name = "told_country_id")
    public @Nullable UUID toldCountryKey;

    /** The rule that resolved the speaker's mention; null for a claim that was not extracted. */
    @Ignore
    @Enumerated(EnumType.STRING)
    @Column(name = "attribution_rule")
    public @Nullable AttributionRule attributionRule;

    @Ignore
    @Column(name = "attribution_score")
    public @Nullable Double attributionScore;

    /** The key that it shares with the other reports of the same utterance; null where there are none. */
    @Ignore
    @Column(name = "report_id")
    public UUID reportKey;

    @Ignore
    @Column(name = "position_in_body", nullable = false)
    public int position;

    /** Who reviewed it last. */
    @Column(name = "reviewed_by")
    @Description("Who reviewed it last: the name in the bearer token. Null where nobody has.")
    public String reviewedBy;

    /** When it was reviewed last. */
    @Column(name = "reviewed_at")
    @Description("When it was reviewed last.")
    public Instant reviewedAt;

    /** The id of the claim with a key. */
    public static String id(UUID claim) {
        return new TypeId(PREFIX, claim).toString();
    }

    /**
     * Sets when it was said.
     *
     * @param date the first day of the period that the precision leaves; null for an unknown date
     * @param basis what the date rests on; null for an unknown date
     */
    public void saidOn(@Nullable LocalDate date, DatePrecision precision, @Nullable DateBasis basis) {
        saidOn = date;
        saidOnPrecision = precision;
        saidOnBasis = basis;
        saidOrder = SortDate.of(date);
    }

    /** The fields that a review can change, by name, for the claim's history. */
    public Map<String, Object> audited() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("review", review);
        fields.put("speaker", ActorEntity.id(speakerKey));
        fields.put("addressee", ActorEntity.id(addresseeKey));
        fields.put("saidOn", saidOn);
        fields.put("saidOnPrecision", saidOnPrecision);
        fields.put("saidOnBasis", saidOnBasis);
        fields.put("modality", modality);
        fields.put("kind", kind);
        fields.put("act", act);
        fields.put("cue", cue);
        fields.put("text", text);
        return fields;
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
