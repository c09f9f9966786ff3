package org.rostrum.resolution.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentions are parsed into names, offices and owners. */
class MentionParserTest {

    private static final Set<String> PLACES = Set.of(
            "ukraine",
            "ukrainian",
            "russia",
            "russian",
            "poland",
            "polish",
            "south korea",
            "korea",
            "iran",
            "mykolaiv oblast");

    private static ParsedMention parse(String mention) {
        return new MentionParser(PLACES::contains).parse(mention);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "President Vladimir Putin | Vladimir Putin | president |",
                "Ukrainian President Voldimia Zelenki | Voldimia Zelenki | president |",
                "NATO chief Mark Latte | Mark Latte | secretary_general |",
                "Trump envoy Steve Witkov | Steve Witkov | envoy |",
                "Chief Secretary Marko Rubio | Marko Rubio | foreign_minister |",
                "Putin’s foreign policy adviser Yuri Ushakov | Yuri Ushakov | adviser | Putin",
                "Vitaliy Kim, governor of Mykolaiv Oblast | Vitaliy Kim | governor |",
                "the president of Poland, Andrzej Duda | Andrzej Duda | president |",
                "President of Ukraine Volodymyr Zelensky | Volodymyr Zelensky | president |",
                "Iran Foreign Minister Abbas Araghchi | Abbas Araghchi | foreign_minister |",
                "South Korea’s President Lee Jae-myung | Lee Jae-myung | president | South Korea",
                "European Commission President Ursula von der Leyen | Ursula von der Leyen | president |",
                "Crown Prince Mohammed bin Salman | Mohammed bin Salman | crown_prince |",
                "Vice President JD Vance | JD Vance | vice_president |",
                "Putin | Putin | |",
                "the Kremlin | Kremlin | |",
                "Gen. Christopher Cavoli, NATO's supreme commander, who spoke first | Christopher Cavoli | commander |",
                "Maria Zakharova, a spokeswoman for Lavrov | Maria Zakharova | spokesperson | Lavrov",
            })
    void nameOfficeAndOwner(String mention, String name, String office, String owner) {
        ParsedMention parsed = parse(mention);
        assertEquals(name, parsed.fullName(), parsed::toString);
        assertEquals(owner, parsed.owner(), parsed::toString);
        assertTrue(
                office == null ? parsed.offices().isEmpty() : parsed.offices().contains(office), parsed::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zoryana Qev, the mayor of Kharkiv, on Monday | mayor of Kharkiv",
                "Zoryana Qev, the mayor of Kharkiv in March | mayor of Kharkiv",
                "Zoryana Qev, head of the commission, early Tuesday morning | head of the commission",
                "Zoryana Qev, member of the Friday Forum | member of the Friday Forum",
            })
    void aPostEndsBeforeTheDay(String mention, String post) {
        assertEquals(post, parse(mention).post());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the Polish president | president | polish",
                "the Russian leader | prime_minister | russian",
                "a Kremlin spokesman | spokesperson | kremlin",
                "the South Korean foreign minister | foreign_minister | south korean",
                "the vice president | vice_president |",
            })
    void descriptionsHaveNoName(String mention, String office, String name) {
        ParsedMention parsed = parse(mention);
        assertEquals("", parsed.fullName(), parsed::toString);
        assertTrue(parsed.offices().contains(office), parsed::toString);
        assertTrue(name == null || parsed.contextKeys().contains(name), parsed::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the former Polish president | true | false | false",
                "a senior official | false | true | false",
                "Angela Merkel and Emmanuel Macron | false | false | true",
                "Prime Minister Keir Starmer | false | false | false",
            })
    void qualifiersAreRecognised(String mention, boolean former, boolean indefinite, boolean several) {
        ParsedMention parsed = parse(mention);
        assertEquals(former, parsed.former(), parsed::toString);
        assertEquals(indefinite, parsed.indefinite(), parsed::toString);
        assertEquals(several, parsed.several(), parsed::toString);
    }

    @Property
    void anyTextCanBeParsed(@ForAll String mention) {
        assertNotNull(parse(mention));
    }
}
