package org.rostrum.resolution.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NameSimilarityTest {

    @Test
    void spellingsOfOneNameAreSimilar() {
        double similarity = NameSimilarity.ofFullNames("steve", "witkov", "steve", "witkoff");
        assertTrue(similarity >= ResolutionWeights.SIMILAR_NAMES && similarity < 1, () -> "" + similarity);
        assertEquals(1, NameSimilarity.ofFullNames("mark", "rutte", "mark", "rutte"), 1e-9);
    }

    @Test
    void namesWithADifferentPartAreNot() {
        assertEquals(0, NameSimilarity.ofFullNames("angela", "merkel", "angela", "rayner"));
        assertEquals(0, NameSimilarity.ofFullNames("donald", "trump", "ivy", "trump"));
    }

    @Test
    void anInitialStandsForAForename() {
        assertEquals(
                ResolutionWeights.SURNAME_SHARE + ResolutionWeights.FORENAME_SHARE * ResolutionWeights.INITIAL,
                NameSimilarity.ofFullNames("s", "jaishankar", "subrahmanyam", "jaishankar"),
                1e-9);
    }

    @Test
    void aSingleWordIsRatherASurnameThanAForename() {
        assertEquals(ResolutionWeights.SINGLE_SURNAME, NameSimilarity.ofSingleWord("xi", "jinping", "xi"));
        assertEquals(ResolutionWeights.SINGLE_FORENAME, NameSimilarity.ofSingleWord("xi", "xi", "jinping"));
        assertEquals(ResolutionWeights.SINGLE_HOMOPHONE, NameSimilarity.ofSingleWord("witkov", "steve", "witkoff"));
        assertEquals(0, NameSimilarity.ofSingleWord("putin", "steve", "witkoff"));
        assertEquals(0, NameSimilarity.ofSingleWords("putin", "putina"));
    }

    @Test
    void aSpellingVariantBeginsWithTheSameLetter() {
        assertTrue(NameSimilarity.isSpellingVariant("zelenki", "zelensky"));
        assertFalse(NameSimilarity.isSpellingVariant("kerry", "gerry"));
    }
}
