package org.rostrum.claim.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.claim.ReviewState;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.filter.DateRange;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.store.sql.SqlFragment;

/** The filter of a list of claims, as clients send it. */
@Input("ClaimFilter")
@Description(
        "Which claims a list shows: those that meet every condition given. Rejected claims show only where `review` asks for them, and what was not said only where `modality` does.")
public class ClaimFilter {

    static final SqlFragment NOT_REJECTED = SqlFragment.of("c.review <> 'REJECTED'");
    static final SqlFragment ASSERTED = SqlFragment.of("c.modality = 'ASSERTED'");

    @Description("Said by one of these actors.")
    @Id
    public @Nullable List<@NonNull String> speaker;

    @Description("Said by one of the actors with these Wikidata ids, which are the same in every installation.")
    public @Nullable List<@NonNull String> speakerWikidataId;

    @Description("Spoken for one of these countries on the day of the saying, by ISO 3166-1 alpha-2 or alpha-3 code.")
    public @Nullable List<@NonNull String> speakerCountry;

    @Description("Said to one of these actors.")
    @Id
    public @Nullable List<@NonNull String> addressee;

    @Description("In an article of one of these publishers.")
    @Id
    public @Nullable List<@NonNull String> publisher;

    @Id
    @Description("In this article.")
    public @Nullable String article;

    @Id
    @Description("About this event.")
    public @Nullable String event;

    @Description("Said between these days. Claims without a date are left out.")
    public @Nullable DateRange saidOn;

    @Description(
            "With a date that rests on one of these; claims without a date are left out. [TOLD, INHERITED] leaves out the days that are only known from the publication.")
    public @Nullable List<@NonNull DateBasis> saidOnBasis;

    @Description("Said, not said, or to be said; ASSERTED where nothing is given.")
    public @Nullable List<@NonNull Modality> modality;

    @Description("Reported in one of these ways.")
    public @Nullable List<@NonNull ClaimKind> kind;

    @Description("With one of these speech acts.")
    public @Nullable List<@NonNull SpeechAct> act;

    @Description("With this text in what was said, in any case. A text without a letter or a digit finds nothing.")
    public @Nullable String text;

    @Description("With at least this confidence, 0 to 1.")
    public @Nullable Double minConfidence;

    @Description("In one of these review states; all but REJECTED where nothing is given.")
    public @Nullable List<@NonNull ReviewState> review;

    @Description("Changed at or after this time.")
    public @Nullable Instant updatedSince;

    @Name("and")
    @Description("That also meet all of these filters.")
    public @Nullable List<@NonNull ClaimFilter> and;

    @Name("or")
    @Description("That also meet at least one of these filters.")
    public @Nullable List<@NonNull ClaimFilter> or;

    @Name("not")
    @Description("That do not meet this filter.")
    public @Nullable ClaimFilter not;

    /**
     * The condition that the filter sets over the table alias {@code c}; rejected claims are hidden unless it asks for
     * review states, and what was not said unless it asks for modalities.
     *
     * @param filter null for what is {@link #listed}
     * @throws BadUserInputException when a value is wrong or the filter is too large
     */
    public static SqlFragment visible(@Nullable ClaimFilter filter, CountryCodes countries) {
        return new ClaimConditions(countries).visible(filter);
    }

    /**
     * As {@link #visible}, but nothing is hidden.
     *
     * @param filter null for every claim
     */
    public static SqlFragment includingHidden(ClaimFilter filter, CountryCodes countries) {
        return new ClaimConditions(countries).includingHidden(filter);
    }

    /**
     * What lists show where no filter asks for more, over the table alias {@code c}: what was said and not rejected.
     */
    public static SqlFragment listed() {
        return SqlFragment.all(List.of(NOT_REJECTED, ASSERTED));
    }

    /** Whether this filter or one inside it asks for review states. */
    boolean asksForReview() {
        return review != null || parts().stream().anyMatch(ClaimFilter::asksForReview);
    }

    /** Whether this filter or one inside it asks for modalities. */
    boolean asksForModality() {
        return modality != null || parts().stream().anyMatch(ClaimFilter::asksForModality);
    }

    /** The filters inside this one. */
    List<ClaimFilter> parts() {
        List<ClaimFilter> parts = new ArrayList<>();
        if (and != null) {
            parts.addAll(and);
        }
        if (or != null) {
            parts.addAll(or);
        }
        if (not != null) {
            parts.add(not);
        }
        return parts;
    }
}
