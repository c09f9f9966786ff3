package org.rostrum.resolution.scoring;

/**
 * All weights and thresholds of resolution, set by hand. Scores, similarities and certainties are numbers from 0
 * (impossible) to 1 (certain) without a unit. {@code docs/resolution.md} describes how they are combined.
 */
public final class ResolutionWeights {

    // ---- accepting a candidate ----

    /** The lowest score at which the best candidate is accepted. */
    public static final double MIN_SCORE = 0.55;
    /** How far the best candidate's score must exceed the next one's. */
    public static final double MIN_LEAD = 0.1;
    /** Where the best candidate's score is lower, a person with a full name and a post is taken to be new. */
    public static final double NEW_PERSON_BELOW = 0.4;

    // ---- similarity of names ----

    /**
     * The lowest Jaro–Winkler similarity at which words that sound alike count as spellings of each other (exclusive).
     */
    static final double SPELLING_VARIANT = 0.75;
    /** The lowest similarity of a forename and of a surname at which two names are compared at all. */
    static final double MIN_PART_SIMILARITY = 0.65;
    /** The surname's share of the similarity of full names; the forename has the rest. */
    static final double SURNAME_SHARE = 0.65;

    static final double FORENAME_SHARE = 0.35;
    /** The least similarity of surnames that sound alike. */
    static final double HOMOPHONE_SURNAME = 0.92;
    /** The similarity of a forename and its initial. */
    static final double INITIAL = 0.9;
    /** The similarity of a single word and a full name whose last word it is. */
    public static final double SINGLE_SURNAME = 0.8;
    /** The similarity of a single word and a full name whose first word it is ("Xi" for "Xi Jinping"). */
    public static final double SINGLE_FORENAME = 0.75;
    /** The similarity of a single word and a full name whose last word sounds like it. */
    static final double SINGLE_HOMOPHONE = 0.6;
    /** The lowest similarity at which full names count as similar. */
    public static final double SIMILAR_NAMES = 0.9;
    /** The lowest similarity at which similar full names need no agreement of office or country to be accepted. */
    public static final double VERY_SIMILAR_NAMES = 0.95;
    /** The lowest similarity at which full names count as somewhat similar; below it the candidate is ruled out. */
    public static final double SOMEWHAT_SIMILAR_NAMES = 0.72;

    // ---- a candidate's score, by how what the article says of the person agrees with what is known of the candidate
    // ----

    /**
     * Scores by agreement.
     *
     * @param conflict the candidate never represented one of the countries named
     * @param nothing the article says nothing that could be compared
     * @param country the candidate represented a country named
     * @param once the candidate held the office on another day
     * @param office the candidate held the office on the day; the article does not say where
     * @param officeThere the candidate held the office on the day, for a country or in an organisation named
     */
    public record ByAgreement(
            double conflict, double nothing, double country, double once, double office, double officeThere) {}

    /** For a full name that is one of the candidate's. */
    public static final ByAgreement SAME_NAME = new ByAgreement(0.5, 0.92, 0.95, 0.99, 0.99, 0.99);
    /** For a similar full name, where the candidate holds no high office and the names are not very similar. */
    public static final ByAgreement SIMILAR_NAME = new ByAgreement(0.2, 0.45, 0.75, 0.85, 0.85, 0.95);
    /** For a somewhat similar full name. */
    public static final ByAgreement SOMEWHAT_SIMILAR_NAME = new ByAgreement(0.1, 0.1, 0.35, 0.5, 0.6, 0.8);
    /** For a similar full name without comparable context, where the candidate holds a high office. */
    public static final double SIMILAR_NAME_HIGH_OFFICE = 0.7;
    /** For a very similar full name without comparable context. */
    public static final double VERY_SIMILAR_NAME_ALONE = 0.6;

    /** The base score of a single word that is the candidate's surname. */
    public static final double SURNAME_BASE = 0.45;
    /** The base score of a single word that is the candidate's forename. */
    public static final double FORENAME_BASE = 0.4;
    /** The base score of a single word that sounds like the candidate's surname. */
    public static final double HOMOPHONE_BASE = 0.25;
    /** The score of a single word where the countries conflict; the base score does not count. */
    public static final double SINGLE_WORD_CONFLICT = 0.1;
    /** Added to the base score for the office, on the day, where the article says. */
    public static final double SINGLE_WORD_OFFICE_THERE = 0.45;
    /** Added to the base score for the office alone, on the day or on another. */
    public static final double SINGLE_WORD_OFFICE = 0.3;
    /** Added to the base score for the country. */
    public static final double SINGLE_WORD_COUNTRY = 0.15;
    /** Added to the score for the country where the candidate holds a high office. */
    public static final double SINGLE_WORD_COUNTRY_HIGH_OFFICE = 0.1;
    /** Added to the base score, without comparable context, where no other candidate has the name. */
    public static final double SINGLE_WORD_ONLY_BEARER = 0.08;
    /** Added to the base score, without comparable context, where the candidate holds a high office. */
    public static final double SINGLE_WORD_HIGH_OFFICE = 0.12;

    // ---- certainty of what is not scored candidate by candidate ----

    /** A full name with a post that belongs to nobody known. */
    public static final double NEW_PERSON = 0.7;
    /** A country by its own name. */
    public static final double COUNTRY_NAME = 0.9;
    /** A capital or seat of government of a country that the article names more than once. */
    public static final double SEAT_OF_COUNTRY = 0.8;
    /** A capital or seat of government of a country that the article names otherwise at most once. */
    public static final double SEAT_ALONE = 0.6;
    /** That a region or a city stands for its country: too little to be accepted. */
    public static final double REGION = 0.3;
    /** "The Polish government". */
    public static final double GOVERNMENT = 0.75;
    /** An organisation by its name. */
    public static final double ORGANIZATION_NAME = 0.9;
    /** An organisation by what it is and its country: "the Polish army". */
    public static final double DESCRIBED_ORGANIZATION = 0.75;
    /** Several people of a country: "Ukrainian officials". */
    public static final double GROUP = 0.7;

    /** An office, with its country or organisation, of one person whom the article names. */
    public static final double NAMED_OFFICE_HOLDER = 0.85;
    /** An office, without country or organisation, of one person whom the article names. */
    public static final double NAMED_OFFICE_HOLDER_ANYWHERE = 0.65;
    /** An office, without country or organisation, of several persons of the article, for the one named last. */
    public static final double LAST_NAMED_OFFICE_HOLDER = 0.6;
    /** An office of one known holder on the day. */
    public static final double OFFICE_HOLDER = 0.8;
    /** An office of several known holders of whom the article, or the owner's post, singles out one. */
    public static final double SINGLED_OUT_OFFICE_HOLDER = 0.75;
    /** Each of several possible holders of an office: too little to be accepted. */
    public static final double POSSIBLE_OFFICE_HOLDER = 0.4;

    // ---- stances between statements ----

    /** The confidence of a link to a statement whose speaker the answer names. */
    public static final double STANCE_TO_NAMED = 0.7;
    /** The confidence of a link to a statement that the answer describes: "the proposal". */
    public static final double STANCE_TO_DESCRIBED = 0.5;
    /** The share of the shorter statement's words above which one statement is about the other. */
    public static final double STANCE_WORD_OVERLAP = 0.3;

    private ResolutionWeights() {}
}
