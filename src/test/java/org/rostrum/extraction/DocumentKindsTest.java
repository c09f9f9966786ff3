package org.rostrum.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.ClaimKind;

/** What is read of texts that are more than sentences: transcripts, wire copy, wrapped lines, pages pasted in. */
class DocumentKindsTest {

    private static final LocalDate THURSDAY = LocalDate.of(2025, 3, 13);
    private static final NewsExtractor READER = new NewsExtractor();

    /** The statements of a text, each as "source: content". */
    private static List<String> read(String text) {
        return READER.extract(text, THURSDAY).statements().stream()
                .map(statement -> (statement.source() == null
                                ? "nobody"
                                : statement.source().text())
                        + ": "
                        + statement.content().stream().map(Mention::text).collect(Collectors.joining(" … ")))
                .toList();
    }

    @Test
    void aTurnIsTheLabelledSpeakersAndAQuestionNobodysWeKnow() {
        assertEquals(
                List.of(
                        "MR HOLLOWAY: We disagree with that finding.",
                        "nobody: But the council said otherwise. Do you think that it lied?",
                        "MR HOLLOWAY: I would not put it like that. I think that the door is open. … It stays open."),
                read("""
                        MR HOLLOWAY: We disagree with that finding.

                        QUESTION: But the council said otherwise. Do you think that it lied?

                        MR HOLLOWAY: I would not put it like that. I think that the door is open.

                        It stays open.
                        """));
    }

    @Test
    void aTurnIsInTheSpeakersWords() {
        List<Statement> statements = READER.extract(
                        "Q: Will you sign the treaty?\n\nThe High Representative: I will sign it on Monday.", THURSDAY)
                .statements();
        assertEquals(2, statements.size());
        assertEquals(ClaimKind.DIRECT, statements.get(1).kind());
        assertEquals("The High Representative", statements.get(1).source().text());
    }

    @Test
    void labelsMayBeAloneOnTheirLineOrTellAMedium() {
        assertEquals(
                List.of(
                        "Anna Berg: Will the border be closed in the spring?",
                        "Deputy Minister Okoro: No, and we never planned to close it."),
                read("""
                        Anna Berg (Nordic Radio): Will the border be closed in the spring?

                        Deputy Minister Okoro:

                        No, and we never planned to close it.

                        Anna Berg (Nordic Radio): Thank you.
                        """));
    }

    @Test
    void aQuestionMayLackItsColon() {
        assertEquals(
                List.of("nobody: Will the border be closed in the spring?", "MR. HOLM: No, it will not be closed."),
                read("Q    Will the border be closed in the spring?\n\nMR. HOLM:  No, it will not be closed."));
    }

    @Test
    void labelsMayStandInAColumn() {
        assertEquals(
                List.of("nobody: Will the border be closed?", "LENA BRANDT: We never planned to close it."),
                read("JOURNALIST      Will the border be closed?\n\nLENA BRANDT      We never planned to close it."));
    }

    @Test
    void remarksInTheFirstPersonAreThePersonsAboveThem() {
        assertEquals(
                List.of(
                        "Lena Brandt, Minister of Foreign Affairs: We welcome the truce that was agreed in Geneva today.",
                        "Lena Brandt, Minister of Foreign Affairs: The parties have a long way to go before there is peace.",
                        "Lena Brandt, Minister of Foreign Affairs: I thank the mediators for their patience in all these months."),
                read("""
                        Lena Brandt, Minister of Foreign Affairs

                        We welcome the truce that was agreed in Geneva today.

                        The parties have a long way to go before there is peace.

                        I thank the mediators for their patience in all these months.
                        """));
        assertEquals(
                List.of(
                        "Lena Brandt: We have agreed to open both of the crossings in the spring.",
                        "Lena Brandt: I will be back in the region as soon as that is done."),
                read("""
                        The following is a transcript of the briefing by Lena Brandt.

                        We have agreed to open both of the crossings in the spring.

                        I will be back in the region as soon as that is done.
                        """));
    }

    @Test
    void newsUnderABylineIsNoMonologue() {
        assertEquals(
                List.of("Lena Brandt: “We will open both of the crossings,”", "Lena Brandt: I would welcome that"),
                read("""
                        Anna Berg, our correspondent and secretary

                        “We will open both of the crossings,” Lena Brandt said in the capital.

                        Few people had expected it after the long winter in the region.

                        The crossings were closed when the war began three years ago.

                        Lena Brandt added I would welcome that.
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Place: Geneva\n\nDate: 3 March 2025\n\nContact: the press office of the mission in Geneva",
                "Place: Geneva\n\nDate: 3 March 2025\n\nPlace: Bern\n\nDate: 4 March 2025, in the afternoon",
                "ALSO READ: Talks go on in Geneva\n\nALSO READ: Talks end\n\nPhoto: the hall in which they were held",
                "Berg: We Will Win the Vote in March",
                "Note to editors: the talks were held in Geneva."
            })
    void aFormOrAHeadingIsNoTranscript(String text) {
        assertEquals(
                List.of(),
                READER.extract(text, THURSDAY).statements().stream()
                        .filter(statement -> statement.pattern().equals("turn"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KYIV (AP) — Brandt says the truce broke.",
                "KYIV, Ukraine (AP) — Brandt says the truce broke.",
                "DUBAI (Reuters) -Brandt says the truce broke.",
                "Dubai, March 12 (Reuters) - Brandt says the truce broke.",
                "Geneva, 12 March 2025 – Brandt says the truce broke.",
                "AMSTERDAM: Brandt says the truce broke."
            })
    void aDatelineIsNoPartOfTheSentence(String text) {
        assertEquals(List.of("Brandt: the truce broke"), read(text));
    }

    @Test
    void aDashAfterANameIsNoDateline() {
        assertEquals(
                List.of("NATO — the alliance of 32 states: it was ready to help"),
                read("NATO — the alliance of 32 states — said it was ready to help."));
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        assertEquals(
                List.of(
                        "Lena Brandt: the two sides had agreed to\nmeet again in the autumn",
                        "Lena Brandt: “We are nearly there. Nobody should give up\nnow,”"),
                read("""
                        The foreign minister Lena Brandt said the two sides had agreed to
                        meet again in the autumn. The talks will be held in the old town.
                        It is the third round. “We are nearly there. Nobody should give up
                        now,” Lena Brandt told reporters.

                        The talks had begun in the spring, with hardly any of the parties
                        in the room. Since then the list has grown, and the hall is full.
                        """));
    }

    @Test
    void aParagraphThatIsAQuotationIsThePreviousSpeakers() {
        assertEquals(
                List.of(
                        "Okafor: the dam would be filled in July",
                        "Okafor: “Nobody downstream has to fear for water.” … “We have measured it for years.”"),
                read("""
                        Okafor said the dam would be filled in July.

                        “Nobody downstream has to fear for water.”

                        “We have measured it for years.”

                        The dam has been under construction since 2011.
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Okafor put it in one sentence and added:\n\nRead more: the talks\n\n“Nobody will be left behind.”",
                "“We waited for a year,” Okafor said. “Nobody came.\n\nRead more: the talks\n\n“So we left.”"
            })
    void aQuotationDoesNotContinueWhatStandsBeforeALink(String text) {
        assertEquals(
                List.of(),
                READER.extract(text, THURSDAY).statements().stream()
                        .flatMap(statement -> statement.content().stream())
                        .filter(part -> part.text().contains("left"))
                        .toList());
    }

    @Test
    void aWordThatReportsBesideAQuotationIsAVerb() {
        assertEquals(
                List.of("Karlsson, a defender: “It feels good,”"), read("“It feels good,” said Karlsson, a defender."));
        assertEquals(
                List.of("Okafor: “It is dead,” … “It never lived.”"),
                read("“It is dead,” Okafor wrote. “It never lived.”"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more: Minister says the truce will hold",
                "File photo: Minister Brandt told reporters that talks go on.",
                "Reporting by A. Berg, who said the talks go on; editing by C. Dahl"
            })
    void linksAndCaptionsAreNobodysStatements(String text) {
        assertEquals(List.of(), read(text));
    }

    @Test
    void aQuestionIsNotTheAnswerersStatement() {
        assertEquals(
                List.of("minister Dahl: it would not"),
                read("Asked whether the port would close, minister Dahl said it would not."));
        assertEquals(
                List.of("Dahl: that it would not"),
                read("When asked whether the port would close, Dahl said that it would not."));
    }

    @Test
    void aStatementEndsBeforeAnotherSpeakers() {
        assertEquals(
                List.of("Governor Isak Holm: that the quota would stay", "fishermen: it a betrayal"),
                read("Governor Isak Holm said that the quota would stay, while fishermen called it a betrayal."));
    }

    @Test
    void aSpeakerMayEndTheSentenceWhateverItsNameIsMadeOf() {
        assertEquals(
                List.of(
                        "the Bureau of Fisheries and Aquatic Resources: The collision dented the 30m vessel’s front right section"),
                read("The collision dented the 30m vessel’s front right section, the Bureau of Fisheries and Aquatic"
                        + " Resources said in a statement."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The foreign ministry on Thursday urged restraint on all sides.",
                "On Thursday the foreign ministry urged restraint on all sides."
            })
    void theDayIsNoPartOfTheSpeaker(String text) {
        List<Statement> statements = READER.extract(text, THURSDAY).statements();
        assertEquals(1, statements.size());
        assertEquals("foreign ministry", statements.get(0).source().text().replaceFirst("(?i)^the ", ""));
        assertEquals(THURSDAY, statements.get(0).saidOn().date());
    }

    @Test
    void whatIsSaidGoesOnToTheEndOfItsPhrase() {
        assertEquals(
                List.of("The envoy: the statements by the mayor and other leaders opposing such acts"),
                read("The envoy welcomed the statements by the mayor and other leaders opposing such acts."));
        assertEquals(
                List.of("He: his support for steps to enable the people to enjoy peace"),
                read("He expressed his support for steps to enable the people to enjoy peace."));
        assertEquals(
                List.of("The Secretary-General: all relevant parties to end the hostilities"),
                read("The Secretary-General urges all relevant parties to end the hostilities."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The two ministers met to discuss the plan.",
                "New tools are needed to address these challenges.",
                "Be in this room if you want to ask a question.",
            })
    void aPurposeAndTheReadersWishAreNoStatements(String text) {
        assertEquals(List.of(), read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // A participle goes on with the verb of saying, not with the clause that it reports.
                "Minister Aalto said the bridges had been repaired, adding that two of them were open. | Minister Aalto: the bridges had been repaired / Minister Aalto: that two of them were open",
                "“The bridges are open,” said Mr. Aalto, adding that trains were running. | Mr. Aalto: “The bridges are open,” / Mr. Aalto: that trains were running",
                "The minister spoke after the board met, warning bridges would close. | The minister: bridges would close",
                // In front of the main clause it has its subject.
                "Saying that the bridge was safe, the minister left. | the minister: that the bridge was safe",
                "Refuting claims by Mayor Ines Falk that the bridge was unsafe, Minister Aalto said that it would stay open. | Mayor Ines Falk: that the bridge was unsafe / Minister Aalto: that it would stay open",
                // Where a content ends.
                "Aalto said the bridge was safe, as did Mayor Ines Falk. | Aalto: the bridge was safe",
                "The bridge will not close, the mayor said, though the minister disagrees. | the mayor: The bridge will not close",
                "The mayor did not reveal the cost and said it was high. | The mayor: the cost / The mayor: it was high",
                "A treaty which Mayor Ines Falk said was weak broke down. | Mayor Ines Falk: A treaty … was weak",
                "Aalto said two workers from the depot were hurt. | Aalto: two workers from the depot were hurt",
                "Aalto said on Tuesday the depot had “lost two of its cranes.” | Aalto: the depot had “lost two of its cranes.”",
                // Objects with what belongs to them.
                "Aalto welcomed the completion of talks on the bridges of both towns. | Aalto: the completion of talks on the bridges of both towns",
                "The ministers discussed steps the council is taking to repair the bridges. | The ministers: steps the council is taking to repair the bridges",
                "Aalto is demanding Mayor Ines Falk make a promise to stay. | Aalto: Mayor Ines Falk make a promise to stay",
                "She urged Falk and others in the town to wait. | She: Falk and others in the town to wait",
                "Aalto accused the mayor of lying. | Aalto: the mayor of lying",
                // Who speaks.
                "Aalto, at a later hearing, said that the bridge was safe. | Aalto: that the bridge was safe",
                "The channel has footage of Ines Falk saying that the bridge was safe. | Ines Falk: that the bridge was safe",
                "Last night Ines Falk, a mayor, said the bridge was safe. | Ines Falk, a mayor: the bridge was safe",
                "The bridge is safe, Mayor Ines Falk was quoted as saying by the local agency. | Mayor Ines Falk: The bridge is safe",
                "Asked about the bridge, the mayor said all sides agreed to wait. | the mayor: all sides agreed to wait",
                "According to Mayor Falk, “the bridge is as safe as it has ever been.” | Mayor Falk: “the bridge is as safe as it has ever been.”",
                "According to the file, after the hearing, Falk said, “The bridge is safe.” | Falk: “The bridge is safe.”",
                "“The bridge is safe,” Falk told workers, according to a statement. | Falk: “The bridge is safe,”",
                "“The bridge is safe.“ Ines Falk, mayor of the town said. | Ines Falk: “The bridge is safe.“",
                "“The bridge is safe!” Ines Falk, the mayor, wrote proudly on her page. | Ines Falk, the mayor: “The bridge is safe!”",
                "“The bridge is safe“, underlined Mayor Ines Falk. | Mayor Ines Falk: “The bridge is safe“",
                "The mayor said she was worried. “The bridge may fall any day.” | The mayor: she was worried / The mayor: “The bridge may fall any day.”",
                "The mayor said “we are not there yet.” | The mayor: “we are not there yet.”",
                "In an interview with the channel, Mayor Falk: “We will not wait.” | Mayor Falk: “We will not wait.”",
                "Experts have cautioned against a plan to close the bridge. | Experts: a plan to close the bridge"
            })
    void findsWhatIsSaidAndByWhom(String text, String statements) {
        assertEquals(statements, String.join(" / ", read(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Nobody is named who says it.
                "The bridge was ordered to close.",
                "The agreement to repair the bridge is old.",
                "A route called the “Northern Passage” leads there.",
                // It is no call for office.
                "Aalto called the mayor unfit for office.",
                // Somebody was heard, not quoted.
                "The court heard arguments on the bridge."
            })
    void whatNobodyIsNamedForIsNoStatement(String text) {
        assertEquals(List.of(), read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Remarks by Secretary Mira Holm at the Summit | Secretary Mira Holm",
                "The Alliance’s Statement on the Truce | The Alliance",
                "Joint Statement on the Truce | nobody"
            })
    void aHeadlineTellsWhoseFirstPersonATextIs(String headline, String speaker) {
        String body = """
                Honourable members,

                We welcome the truce, and I thank all who have worked for it in these months.

                Our towns have waited long for this day, and we will not let them down now.

                See also our page on the truce
                """;
        assertEquals(
                List.of(
                        speaker + ": We welcome the truce, and I thank all who have worked for it in these months.",
                        speaker + ": Our towns have waited long for this day, and we will not let them down now."),
                READER.extract(new NewsText(headline, body, THURSDAY), StopSignal.NEVER).statements().stream()
                        .map(statement -> (statement.source() == null
                                        ? "nobody"
                                        : statement.source().text())
                                + ": "
                                + statement.content().get(0).text())
                        .toList());
    }

    @Test
    void aHeadlineAboutRemarksMakesNewsNoMonologue() {
        String body = "The town criticised the plan. “It is wrong,” said Mayor Ines Falk.\n\nThe minister left.";
        assertEquals(
                List.of("The town", "Mayor Ines Falk"),
                READER
                        .extract(new NewsText("Remarks by Minister Aalto anger town", body, THURSDAY), StopSignal.NEVER)
                        .statements()
                        .stream()
                        .map(statement -> statement.source().text())
                        .toList());
    }

    @Test
    void aStatementOfOurselvesIsTheirs() {
        assertEquals(
                List.of(
                        "the Ministers of the Baltic Forum: We, the Ministers of the Baltic Forum, reaffirm our will to keep the peace.",
                        "the Ministers of the Baltic Forum: There is no reason to use a visit as a pretext for drills, and we say so."),
                read("""
                        Office of the Forum

                        We, the Ministers of the Baltic Forum, reaffirm our will to keep the peace.

                        There is no reason to use a visit as a pretext for drills, and we say so.
                        """));
    }

    @Test
    void sentencesGoOnInNarrowColumnsAndBehindPages() {
        assertEquals(
                List.of(
                        "Aalto: that the bridge of the old town and\nits depot are safe, and that nobody\n\nneeds to wait"),
                read(
                        "Aalto said that the bridge of the old town and\nits depot are safe, and that nobody\n\nneeds to wait."));
    }
}
