package org.rostrum.resolution.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePlace;
import org.rostrum.claim.AttributionRule;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.MentionParser;
import org.rostrum.resolution.mention.MentionTokens;

class PlaceResolverTest {

    private static final CandidateActor GEORGIA = country("Georgia");
    private static final CandidateActor USA = country("United States");
    private static final CandidateActor SOUTH_KOREA = country("South Korea");
    private static final CandidateActor NORTH_KOREA = country("North Korea");
    private static final Map<String, List<CandidatePlace>> PLACES = new HashMap<>(Map.of(
            "georgia", List.of(new CandidatePlace(GEORGIA.key, false), new CandidatePlace(USA.key, false)),
            "tbilisi", List.of(new CandidatePlace(GEORGIA.key, true)),
            "batumi", List.of(new CandidatePlace(GEORGIA.key, false)),
            "washington", List.of(new CandidatePlace(USA.key, true)),
            "american", List.of(new CandidatePlace(USA.key, false)),
            "south korea", List.of(new CandidatePlace(SOUTH_KOREA.key, false)),
            "korea", List.of(new CandidatePlace(SOUTH_KOREA.key, false), new CandidatePlace(NORTH_KOREA.key, false))));

    private static CandidateActor country(String name) {
        return new CandidateActor(UUID.randomUUID(), ActorType.COUNTRY, name, null);
    }

    private static PlaceResolver resolver(String text) {
        Map<UUID, CandidateActor> countries = new HashMap<>();
        List.of(GEORGIA, USA, SOUTH_KOREA, NORTH_KOREA).forEach(country -> countries.put(country.key, country));
        return new PlaceResolver(PLACES, countries, MentionTokens.words(text));
    }

    private static LinkedMention link(String text, String place) {
        return resolver(text).link(new MentionParser(PLACES::containsKey).parse(place));
    }

    @Test
    void aSharedNameMeansTheCountryOfTheOtherPlaces() {
        assertEquals(GEORGIA.key, resolver("Georgia and Tbilisi").country("georgia"));
        assertEquals(
                USA.key, resolver("Washington and two Americans in Georgia").country("georgia"));
    }

    @Test
    void aSharedNameThatNobodysOwnNameIsStaysOpenWithoutOtherPlaces() {
        assertNull(resolver("Korea").country("korea"));
    }

    @Test
    void aNameWithinALongerOneDoesNotCount() {
        assertEquals(Set.of(SOUTH_KOREA.key), resolver("South Korea").countries(List.of("south korea", "korea")));
    }

    @Test
    void mentionsOfPeopleAndPlacesCountForTheCountry() {
        assertEquals(
                Map.of(USA.key, 3),
                resolver("Americans in Washington met an American").mentionCounts());
    }

    @Test
    void aCapitalStandsForItsCountryAndARegionDoesNot() {
        LinkedMention capital = link("Tbilisi", "Tbilisi");
        assertEquals(GEORGIA.key, capital.actor());
        assertEquals(AttributionRule.PLACE, capital.rule());
        LinkedMention region = link("Batumi", "Batumi");
        assertNull(region.actor());
        assertEquals(GEORGIA.key, region.country());
        assertNull(link("Batumi", "Narnia"));
    }
}
