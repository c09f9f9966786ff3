package org.rostrum.resolution.person;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.scoring.NameSimilarity;
import org.rostrum.resolution.scoring.ResolutionWeights;
import org.rostrum.resolution.scoring.ResolutionWeights.ByAgreement;

/**
 * Scores how likely a person whom an article names is a known actor: by the similarity of the names, and by whether
 * what the article says beside the name agrees with the actor's posts and countries. All weights are in
 * {@link ResolutionWeights}.
 */
final class CandidateScorer {

    /** Kinds of office that news name without the country. */
    private static final Set<String> HIGH_OFFICES = Set.of(
            "president",
            "prime_minister",
            "chancellor",
            "monarch",
            "supreme_leader",
            "foreign_minister",
            "defence_minister",
            "secretary_general",
            "pope",
            "crown_prince",
            "vice_president");

    private CandidateScorer() {}

    /** How what an article says of a person agrees with what is known of an actor, from least to most. */
    enum Agreement {
        CONFLICT,
        NOTHING,
        COUNTRY,
        ONCE,
        OFFICE,
        OFFICE_THERE
    }

    /** Whether a kind of office has mostly one holder in a country, whom its news name without the country. */
    static boolean isHighOffice(String office) {
        return HIGH_OFFICES.contains(office);
    }

    static Agreement agreement(PersonProfile profile, CandidateActor actor, LocalDate day) {
        Agreement best = Agreement.NOTHING;
        for (CandidatePost post : actor.posts) {
            Agreement agreement = agreement(profile, post, day);
            best = agreement.compareTo(best) > 0 ? agreement : best;
        }
        if (best != Agreement.NOTHING || profile.countries().isEmpty()) {
            return best;
        }
        Set<UUID> countries = actor.countries();
        if (countries.isEmpty()) {
            return Agreement.NOTHING;
        }
        return countries.stream().anyMatch(profile.countries()::contains) ? Agreement.COUNTRY : Agreement.CONFLICT;
    }

    private static Agreement agreement(PersonProfile profile, CandidatePost post, LocalDate day) {
        boolean there = post.country() != null && profile.countries().contains(post.country())
                || post.organization() != null && profile.bodies().contains(post.organization());
        boolean office = post.office() != null && profile.offices().contains(post.office());
        if (!office || !there && !profile.anywhere()) {
            return Agreement.NOTHING;
        }
        if (profile.former() || !post.heldOn(day)) {
            return Agreement.ONCE;
        }
        return there ? Agreement.OFFICE_THERE : Agreement.OFFICE;
    }

    /** The similarity of a person's name and the most similar of an actor's names, 0 to 1. */
    static double nameSimilarity(PersonCluster person, CandidateActor actor) {
        return actor.names.stream()
                .mapToDouble(name -> nameSimilarity(person, name))
                .max()
                .orElse(0);
    }

    private static double nameSimilarity(PersonCluster person, String name) {
        int space = name.indexOf(' ');
        String first = space < 0 ? name : name.substring(0, space);
        String last = MentionTokens.lastWord(name);
        if (person.hasFullName()) {
            return space < 0 ? 0 : NameSimilarity.ofFullNames(person.first(), person.last(), first, last);
        }
        return space < 0
                ? NameSimilarity.ofSingleWords(person.last(), name)
                : NameSimilarity.ofSingleWord(person.last(), first, last);
    }

    /**
     * How likely a person is an actor, from 0; a sum above 1 means 1.
     *
     * @param similarity the similarity of their names
     * @param onlyBearer whether no other candidate has the name
     */
    static double score(
            PersonCluster person,
            double similarity,
            CandidateActor actor,
            Agreement agreement,
            LocalDate day,
            boolean onlyBearer) {
        if (person.hasFullName() && actor.names.contains(person.nameKey())) {
            return by(agreement, ResolutionWeights.SAME_NAME);
        }
        boolean highOffice = actor.posts.stream()
                .anyMatch(post -> post.office() != null && isHighOffice(post.office()) && post.heldOn(day));
        if (!person.hasFullName()) {
            return singleWordScore(similarity, agreement, highOffice, onlyBearer);
        }
        if (similarity >= ResolutionWeights.SIMILAR_NAMES) {
            return similarNameScore(similarity, agreement, highOffice);
        }
        return similarity >= ResolutionWeights.SOMEWHAT_SIMILAR_NAMES
                ? by(agreement, ResolutionWeights.SOMEWHAT_SIMILAR_NAME)
                : 0;
    }

    private static double similarNameScore(double similarity, Agreement agreement, boolean highOffice) {
        if (agreement == Agreement.NOTHING && highOffice) {
            return ResolutionWeights.SIMILAR_NAME_HIGH_OFFICE;
        }
        boolean verySimilar = agreement == Agreement.NOTHING && similarity >= ResolutionWeights.VERY_SIMILAR_NAMES;
        return verySimilar ? ResolutionWeights.VERY_SIMILAR_NAME_ALONE : by(agreement, ResolutionWeights.SIMILAR_NAME);
    }

    private static double singleWordScore(
            double similarity, Agreement agreement, boolean highOffice, boolean onlyBearer) {
        double base = singleWordBase(similarity);
        if (base == 0) {
            return 0;
        }
        return switch (agreement) {
            case CONFLICT -> ResolutionWeights.SINGLE_WORD_CONFLICT;
            case OFFICE_THERE -> base + ResolutionWeights.SINGLE_WORD_OFFICE_THERE;
            case OFFICE, ONCE -> base + ResolutionWeights.SINGLE_WORD_OFFICE;
            case COUNTRY ->
                base
                        + ResolutionWeights.SINGLE_WORD_COUNTRY
                        + (highOffice ? ResolutionWeights.SINGLE_WORD_COUNTRY_HIGH_OFFICE : 0);
            case NOTHING ->
                base
                        + (onlyBearer ? ResolutionWeights.SINGLE_WORD_ONLY_BEARER : 0)
                        + (highOffice ? ResolutionWeights.SINGLE_WORD_HIGH_OFFICE : 0);
        };
    }

    private static double singleWordBase(double similarity) {
        if (similarity >= ResolutionWeights.SINGLE_SURNAME) {
            return ResolutionWeights.SURNAME_BASE;
        }
        if (similarity >= ResolutionWeights.SINGLE_FORENAME) {
            return ResolutionWeights.FORENAME_BASE;
        }
        return similarity > 0 ? ResolutionWeights.HOMOPHONE_BASE : 0;
    }

    private static double by(Agreement agreement, ByAgreement scores) {
        return switch (agreement) {
            case CONFLICT -> scores.conflict();
            case NOTHING -> scores.nothing();
            case COUNTRY -> scores.country();
            case ONCE -> scores.once();
            case OFFICE -> scores.office();
            case OFFICE_THERE -> scores.officeThere();
        };
    }
}
