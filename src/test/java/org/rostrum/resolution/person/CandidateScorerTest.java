package org.rostrum.resolution.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.resolution.context.PersonCluster;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.person.CandidateScorer.Agreement;
import org.rostrum.resolution.scoring.ResolutionWeights;

class CandidateScorerTest {

    private static final UUID POLAND = UUID.randomUUID();
    private static final UUID FRANCE = UUID.randomUUID();
    private static final LocalDate IN_OFFICE = LocalDate.of(2024, 5, 1);
    private static final LocalDate AFTERWARDS = LocalDate.of(2026, 5, 1);

    private static CandidateActor duda() {
        CandidateActor actor = new CandidateActor(UUID.randomUUID(), ActorType.PERSON, "Andrzej Duda", null);
        actor.posts.add(new CandidatePost(
                "President of Poland",
                "president",
                null,
                POLAND,
                LocalDate.of(2015, 8, 6),
                LocalDate.of(2025, 8, 5),
                null,
                null));
        return actor;
    }

    private static PersonProfile profile(Set<String> offices, Set<UUID> countries, boolean former) {
        return new PersonProfile(offices, countries, Set.of(), former);
    }

    private static double score(String name, Agreement agreement, LocalDate day) {
        PersonCluster person = new PersonCluster(List.of(name.split(" ")));
        CandidateActor actor = duda();
        return CandidateScorer.score(
                person, CandidateScorer.nameSimilarity(person, actor), actor, agreement, day, true);
    }

    @Test
    void officeCountryAndDayDecideTheAgreement() {
        Set<String> president = Set.of("president");
        assertEquals(
                Agreement.OFFICE_THERE,
                CandidateScorer.agreement(profile(president, Set.of(POLAND), false), duda(), IN_OFFICE));
        assertEquals(
                Agreement.OFFICE, CandidateScorer.agreement(profile(president, Set.of(), false), duda(), IN_OFFICE));
        assertEquals(
                Agreement.ONCE,
                CandidateScorer.agreement(profile(president, Set.of(POLAND), false), duda(), AFTERWARDS));
        assertEquals(
                Agreement.ONCE, CandidateScorer.agreement(profile(president, Set.of(POLAND), true), duda(), IN_OFFICE));
        assertEquals(
                Agreement.COUNTRY,
                CandidateScorer.agreement(profile(Set.of("adviser"), Set.of(POLAND), false), duda(), IN_OFFICE));
        assertEquals(
                Agreement.CONFLICT,
                CandidateScorer.agreement(profile(president, Set.of(FRANCE), false), duda(), IN_OFFICE));
        assertEquals(
                Agreement.NOTHING,
                CandidateScorer.agreement(profile(Set.of("adviser"), Set.of(), false), duda(), IN_OFFICE));
    }

    @Test
    void theSameNameIsEnoughUnlessTheCountryConflicts() {
        assertTrue(score("Andrzej Duda", Agreement.NOTHING, AFTERWARDS) >= ResolutionWeights.MIN_SCORE);
        assertTrue(score("Andrzej Duda", Agreement.CONFLICT, IN_OFFICE) < ResolutionWeights.MIN_SCORE);
    }

    @Test
    void aSurnameAloneNeedsAHighOfficeOnTheDay() {
        assertTrue(score("Duda", Agreement.NOTHING, IN_OFFICE) >= ResolutionWeights.MIN_SCORE);
        assertTrue(score("Duda", Agreement.NOTHING, AFTERWARDS) < ResolutionWeights.MIN_SCORE);
    }

    @Test
    void anotherNameIsRuledOutWhateverAgrees() {
        assertEquals(0, score("Donald Tusk", Agreement.OFFICE_THERE, IN_OFFICE));
        assertEquals(0, score("Tusk", Agreement.OFFICE_THERE, IN_OFFICE));
    }
}
