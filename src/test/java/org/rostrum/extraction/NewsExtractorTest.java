package org.rostrum.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/** What a user finds of a text: each sentence here is written for the test. */
class NewsExtractorTest {

    private static final LocalDate THURSDAY = LocalDate.of(2025, 3, 13);
    private static final NewsExtractor READER = new NewsExtractor();

    private static List<Statement> read(String text) {
        return READER.extract(text, THURSDAY).statements();
    }

    private static Statement only(String text) {
        List<Statement> statements = read(text);
        assertEquals(1, statements.size(), () -> statements.toString());
        return statements.get(0);
    }

    private static String content(Statement statement) {
        return statement.content().stream().map(Mention::text).collect(Collectors.joining(" … "));
    }

    private static void check(String text, String source, String cue, String content) {
        Statement statement = only(text);
        assertEquals(content, content(statement));
        assertEquals(
                source, statement.source() == null ? null : statement.source().text());
        assertEquals(cue, statement.cue().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“We wait,” Trump said. | Trump | said | “We wait,”",
                "\"We wait,\" said Dmitry Peskov. | Dmitry Peskov | said | \"We wait,\"",
                "«We wait,» said Dmitry Peskov. | Dmitry Peskov | said | «We wait,»",
                "‘We wait,’ said Dmitry Peskov. | Dmitry Peskov | said | ‘We wait,’",
                "'We can't wait,' said Dmitry Peskov. | Dmitry Peskov | said | 'We can't wait,'",
                "''We wait,'' said Dmitry Peskov. | Dmitry Peskov | said | ''We wait,''",
                "“He told me ‘never again,’ and I believed him,” Peskov said. | Peskov | said | “He told me ‘never again,’ and I believed him,”",
                "The Democrats' leader said: \"It's the voters' choice.\" | The Democrats' leader | said | \"It's the voters' choice.\"",
                "Peskov said: \"We wait.\" | Peskov | said | \"We wait.\"",
                "Peskov said, “We wait.” | Peskov | said | “We wait.”",
                "“Who knows?” asked J. D. Vance in Munich. | J. D. Vance | asked | “Who knows?”",
                "“This is a disgrace!” the senator shouted. | the senator | shouted | “This is a disgrace!”",
                "Maria Zakharova, the spokeswoman for the ministry, said: “We will answer.” | Maria Zakharova, the spokeswoman for the ministry | said | “We will answer.”",
                "“We wait,” Vitaliy Kim, governor of Mykolaiv Oblast, told NBC News. | Vitaliy Kim, governor of Mykolaiv Oblast | told | “We wait,”",
                "“We wait,” the Russian leader said. | the Russian leader | said | “We wait,”",
                "“We wait,” he said. “We can wait long.” | he | said | “We wait,” … “We can wait long.”",
                "“We wait,” he said, “and we can wait long.” | he | said | “We wait,” … “and we can wait long.”",
                "“We cannot accept this.” — Dmytro Kuleba | Dmytro Kuleba | — | “We cannot accept this.”",
                "“The border stays closed,” according to the ministry. | the ministry | according to | “The border stays closed,”"
            })
    void findsQuotations(String text, String source, String cue, String content) {
        check(text, source, cue, content);
        assertEquals(ClaimKind.DIRECT, only(text).kind());
    }

    @Test
    void aSourceEndsWithItsSentence() {
        check("“We know,” said the shopkeeper. x 4a7db651", "the shopkeeper", "said", "“We know,”");
    }

    @Test
    void aQuotationOverSeveralParagraphsIsOne() {
        check(
                "“We have waited for a year,” Kuleba said. “Nobody came.\n\n“So we left.\n\n“We will not return.”",
                "Kuleba",
                "said",
                "“We have waited for a year,” … “Nobody came. … “So we left. … “We will not return.”");
    }

    @Test
    void aSentenceLeadsToAQuotationInTheNextParagraph() {
        check(
                "The minister put it in one sentence and added:\n\n“Nobody will be left behind.”",
                "The minister",
                "added",
                "“Nobody will be left behind.”");
    }

    @Test
    void anotherSpeakerIsNotGivenTheWordsBefore() {
        List<Statement> statements = read("“I can,” Trump said Wednesday. “I don’t want to.” “Why?” asked Peskov.");
        assertEquals(
                List.of("“I can,” … “I don’t want to.”", "“Why?”"),
                statements.stream().map(NewsExtractorTest::content).toList());
        assertEquals(
                List.of("Trump", "Peskov"),
                statements.stream().map(s -> s.source().text()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The president said that the talks had “failed completely.” | The president | said | that the talks had “failed completely.”",
                "The minister called the plan “a bad joke.” | The minister | called | the plan “a bad joke.”",
                "It’s like a “trick,” said Yuriy. | Yuriy | said | It’s like a “trick,”",
                "Lavrov described the offer as “an insult.” | Lavrov | described | the offer as “an insult.”"
            })
    void findsFragmentsOfQuotations(String text, String source, String cue, String content) {
        check(text, source, cue, content);
        assertEquals(ClaimKind.MIXED, only(text).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The so-called “experts” left the building.",
                "The film “Brave New Town” opened in Kyiv.",
                "“Nobody's words.”",
                "“”, said X.",
                "'",
                "",
                "word",
                "Ten people crossed the bridge.",
                "The '90s were better than the '80s.",
                "She sings in the “Blue Note” club every Friday.",
                "Rock 'n' roll is here.",
                "The soldiers' tents stood by the farmers' fields."
            })
    void leavesTheRestAlone(String text) {
        assertEquals(List.of(), read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The minister said that the border would stay closed. | The minister | said | that the border would stay closed",
                "The minister said the border would stay closed. | The minister | said | the border would stay closed",
                "The border will stay closed, the minister said. | the minister | said | The border will stay closed",
                "The border will stay closed, said Finance Minister Olena Kovalenko. | Finance Minister Olena Kovalenko | said | The border will stay closed",
                "The border, the minister said, will stay closed. | the minister | said | The border … will stay closed",
                "According to the ministry, two bridges were destroyed. | the ministry | According to | two bridges were destroyed",
                "Two bridges were destroyed, according to the ministry. | the ministry | according to | Two bridges were destroyed",
                "The envoy warned of a long war. | The envoy | warned | a long war",
                "Mr. Cooper urged voters to stay calm. | Mr. Cooper | urged | voters to stay calm",
                "He suggested creating a buffer zone. | He | suggested | creating a buffer zone",
                "Hungary promised to lift its veto. | Hungary | promised | to lift its veto",
                "Baker has called climate change a hoax. | Baker | has called | climate change a hoax",
                "The lawyers pointed out that the paper was unsigned. | The lawyers | pointed out | that the paper was unsigned",
                "Baker, who met the farmers, told them on Monday that the state would help. | Baker | told | that the state would help",
                "The general was quoted as saying that the army was ready. | The general | was quoted | that the army was ready",
                "The president did not say whether he would resign. | The president | did not say | whether he would resign",
                "The spokesman denied that shots had been fired. | The spokesman | denied | that shots had been fired",
                "A senior official, who asked not to be named, told reporters that the deal was close. | A senior official | told | that the deal was close"
            })
    void findsIndirectSpeech(String text, String source, String cue, String content) {
        List<Statement> statements = read(text);
        Statement statement = statements.stream()
                .filter(s -> s.cue().text().equals(cue))
                .findFirst()
                .orElseThrow(() -> new AssertionError(statements));
        assertEquals(content, content(statement));
        assertEquals(source, statement.source().text());
        assertEquals(ClaimKind.INDIRECT, statement.kind());
    }

    @Test
    void whatIsToldInsideOfWhatIsToldIsNotToldTwice() {
        check(
                "Ivanov said he hopes that the talks will go on.",
                "Ivanov",
                "said",
                "he hopes that the talks will go on");
    }

    @Test
    void twoCuesOfOneSubjectAreTwoStatements() {
        List<Statement> statements = read("Ivanov said the army was ready but warned that winter would be hard.");
        assertEquals(
                List.of("the army was ready", "that winter would be hard"),
                statements.stream().map(NewsExtractorTest::content).toList());
        assertEquals(
                List.of("Ivanov", "Ivanov"),
                statements.stream().map(s -> s.source().text()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ivanov believes that the war will end soon. | CONSIDER",
                "Ivanov hopes that the war will end soon. | PREDICT_GOOD",
                "Ivanov fears that the war will go on. | PREDICT_BAD",
                "Ivanov said that the war began in February. | STATE",
                "Ivanov accused the government of hiding the numbers. | ACCUSE",
                "Ivanov denied that the numbers were false. | DENY",
                "Ivanov promised to publish the numbers. | AGREE",
                "Ivanov urged the government to publish the numbers. | APPEAL",
                "Ivanov demanded that the government publish the numbers. | REQUEST",
                "Ivanov rejected the new numbers. | REJECT",
                "Ivanov praised the new government. | SUPPORT",
                "Ivanov threatened to close the border. | THREATEN",
                "Ivanov admitted that mistakes were made. | ACKNOWLEDGE",
                "Ivanov declined to comment on the numbers. | DECLINE_COMMENT",
                "“I am sorry for what happened,” Ivanov said. | CONCEDE",
                "“The claims are false,” Ivanov said. | DENY",
                "“The government must publish the numbers,” Ivanov said. | REQUEST"
            })
    void tellsTheAct(String text, SpeechAct act) {
        assertEquals(act, only(text).act());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Trump met Rubio in Paris. “We wait,” he said. | Trump",
                "President Anna Petrova spoke first. Minister Ivan Ivanov listened. “We wait,” she said. | President Anna Petrova",
                "Sen. Tim Baxter met voters in Ohio. The senator said that taxes were too high. | Sen. Tim Baxter",
                "The Russian Ministry of Defense published a map. The ministry said that the town was taken. | The Russian Ministry of Defense",
                "The mayor, who said that the bridge was safe, crossed it. | The mayor"
            })
    void findsWhomPronounsAndDescriptionsMean(String text, String antecedent) {
        Statement statement = read(text).get(0);
        assertNotNull(statement.antecedent(), statement.toString());
        assertEquals(antecedent, statement.antecedent().text());
    }

    @Test
    void aDescriptionThatFitsTwoMeansNobody() {
        assertNull(read("Sen. Tim Baxter and Sen. Ann Lowe met. The senator said that taxes were too high.")
                .get(0)
                .antecedent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wednesday | 2025-03-12 | DAY | Wednesday",
                "on Thursday | 2025-03-13 | DAY | Thursday",
                "last Friday | 2025-03-07 | DAY | last Friday",
                "last Thursday | 2025-03-06 | DAY | last Thursday",
                "on March 1 | 2025-03-01 | DAY | March 1",
                "on 1 March | 2025-03-01 | DAY | 1 March",
                "on December 24 | 2024-12-24 | DAY | December 24",
                "on Dec. 24, 2023 | 2023-12-24 | DAY | Dec. 24, 2023",
                "yesterday | 2025-03-12 | DAY | yesterday",
                "today | 2025-03-13 | DAY | today",
                "this morning | 2025-03-13 | DAY | this morning",
                "earlier this week | 2025-03-01 | MONTH | this week",
                "last week | 2025-03-01 | MONTH | last week",
                "last month | 2025-02-01 | MONTH | last month",
                "in January | 2025-01-01 | MONTH | January",
                "in June 2024 | 2024-06-01 | MONTH | June 2024",
                "last year | 2024-01-01 | YEAR | last year",
                "in 2019 | 2019-01-01 | YEAR | 2019",
                "two days ago | 2025-03-11 | DAY | two days ago",
                "three months ago | 2024-12-01 | MONTH | three months ago",
                "in Kyiv | 2025-03-13 | DAY | ",
                "on February 31 | 2025-03-13 | DAY | "
            })
    void tellsWhen(String when, LocalDate day, DatePrecision precision, String expression) {
        UtteranceDate saidOn = only("“We wait,” Peskov said " + when + ".").saidOn();
        assertEquals(day, saidOn.date());
        assertEquals(precision, saidOn.precision());
        assertEquals(expression == null ? DateBasis.PUBLICATION : DateBasis.TOLD, saidOn.basis());
        assertEquals(
                expression,
                saidOn.expression() == null ? null : saidOn.expression().text());
    }

    @Test
    void theDayOfTheSayingIsNotThatOfWhatItIsAbout() {
        assertEquals(
                LocalDate.of(2025, 3, 11),
                only("Peskov said on Tuesday that the talks would end on March 20.")
                        .saidOn()
                        .date());
        assertNull(only("Peskov said that the talks had begun on Monday.").saidOn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // The occasion is that of the first statement with a day, of the dateline, or of the beginning.
                "Mira Holt said on Tuesday that the talks had begun. Observers warned that they may fail. | 2025-03-11 | INHERITED",
                "GENEVA, 11 March 2025 – The talks have begun. Observers warned that they may fail. | 2025-03-11 | INHERITED",
                "Delegates met on Tuesday in Geneva. Observers warned that the talks may fail. | 2025-03-11 | INHERITED",
                "Delegates met in Geneva. Observers warned that the talks may fail. | 2025-03-13 | PUBLICATION",
                // A day that somebody speaks of is none, unless it is told from the day of the saying.
                "Observers warned that the talks of Tuesday may fail. | | ",
                "Observers warned that today’s talks may fail. | 2025-03-13 | INHERITED",
                // "He" continues the sentence before.
                "Mira Holt met the envoys on Tuesday. She warned that the talks may fail. | 2025-03-11 | TOLD",
                // Another time than that of the occasion.
                "Delegates met on Tuesday. Observers had warned that the talks may fail. | | ",
                "Delegates met on Tuesday. Observers have warned that the talks may fail. | | ",
                "Delegates met on Tuesday. Observers previously warned that the talks may fail. | | ",
                "Delegates met on Tuesday. Observers warned last month that the talks may fail. | 2025-02-01 | TOLD",
                // Days long before the publication are history.
                "Delegates have met since Tuesday. Observers warned that the talks may fail. | 2025-03-13 | PUBLICATION",
                "25 FEBRUARY 2025\\nGENEVA\\nObservers warned that the talks may fail. | 2025-03-13 | PUBLICATION",
                "Geneva, 11 March 2025\\n\\nObservers warned that the talks may fail. | 2025-03-11 | INHERITED",
                "Delegates met on 2 January 2019. Observers warned that the talks may fail. | 2025-03-13 | PUBLICATION"
            })
    void aStatementIsOfTheDayOfItsOccasion(String text, LocalDate day, DateBasis basis) {
        List<Statement> statements = read(text.replace("\\n", "\n"));
        UtteranceDate saidOn = statements.get(statements.size() - 1).saidOn();
        assertEquals(day, saidOn == null ? null : saidOn.date());
        assertEquals(basis, saidOn == null ? null : saidOn.basis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Holt did not say that the bank lied. | NEGATED",
                "Holt never claimed that the bank lied. | NEGATED",
                "Holt could not confirm that the bank lied. | NEGATED",
                "No official said that the border was open. | NEGATED",
                "“We are not there yet,” Holt did not say. | NEGATED",
                "The spokesman did not confirm or deny that the base was hit. | NEGATED",
                "If the minister says the bank lied, he will be sued. | HYPOTHETICAL",
                "The commissioner may confirm that the fund was empty. | HYPOTHETICAL",
                "Did the minister say that the talks had failed? | HYPOTHETICAL",
                "The president will announce on Friday that the base closes. | FUTURE",
                "The president is going to tell the assembly that the base closes. | FUTURE",
                "Holt said that the bank did not lie. | ASSERTED",
                "Holt not only said that the bank lied. | ASSERTED",
                "The envoy went on to say that the talks had failed. | ASSERTED",
                "Holt was quoted as saying that the pact holds. | ASSERTED",
                "“Peace will come,” Holt said. | ASSERTED"
            })
    void tellsWhetherItWasSaid(String text, Modality modality) {
        assertEquals(modality, read(text).get(0).modality());
    }

    @Test
    void aYearThatOwnsSomethingIsNoDay() {
        UtteranceDate saidOn =
                only("Holt thanked Germany for hosting this year’s conference.").saidOn();
        assertEquals(DateBasis.PUBLICATION, saidOn.basis());
    }

    @Test
    void whatIsToBeSaidOnAWeekdayIsSaidOnTheNext() {
        assertEquals(
                LocalDate.of(2025, 3, 18),
                only("The president will announce on Tuesday that the base closes.")
                        .saidOn()
                        .date());
    }

    @Test
    void hoursLaterIsTheDayThatWasTold() {
        assertEquals(
                LocalDate.of(2025, 3, 10),
                read("The talks began on Monday. Hours later, Peskov said that they had failed.")
                        .get(0)
                        .saidOn()
                        .date());
    }

    @Test
    void aSpeakerGoesOnOnTheSameDay() {
        List<Statement> statements = read("Peskov said on Tuesday that the talks had begun. “They are hard,” he said.");
        assertEquals(LocalDate.of(2025, 3, 11), statements.get(1).saidOn().date());
        assertNull(statements.get(1).saidOn().expression());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“We wait,” Vitaliy Kim told NBC News on Wednesday. | NBC News",
                "Peskov told reporters that the talks had begun. | reporters",
                "“We wait,” Peskov said to the cameras. | the cameras"
            })
    void tellsWhomItWasSaidTo(String text, String addressee) {
        assertEquals(addressee, only(text).addressee().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le président a déclaré jeudi que la France enverrait des troupes dans la région si les négociations échouent encore une fois. | French",
                "Der Kanzler sagte am Donnerstag, Deutschland sei bereit, die Verhandlungen mit allen Partnern wieder aufzunehmen. | German",
                "El presidente dijo el jueves que España apoyará a Ucrania durante el tiempo que sea necesario para lograr la paz. | Spanish",
                "Президент Украины заявил в четверг, что переговоры о прекращении огня продолжатся на следующей неделе в Женеве. | Russian",
                "外交部发言人星期四在例行记者会上表示，中国愿意为和平解决危机发挥建设性作用，希望各方保持克制。 | Chinese"
            })
    void otherLanguagesAreNamedAndLeftAlone(String text, String language) {
        ExtractionResult reading = READER.extract(text, THURSDAY);
        assertEquals("The text looks like " + language + "; statements are found in English only.", reading.skipped());
        assertEquals(List.of(), reading.statements());
    }

    @Test
    void markUpIsNoText() {
        String text =
                "<html><head><style>p { color: red }</style><script>said(\"x\")</script></head><body><p>&ldquo;We <b>wait</b>,&rdquo; said "
                        + "<a href=\"https://example.org/peskov\">Dmitry&nbsp;Peskov</a>.</p><p>A &lt; B &amp; C.</p></body></html>";
        Statement statement = only(text);
        assertEquals("“We wait,”", content(statement));
        assertEquals(
                "&ldquo;We <b>wait</b>,&rdquo;",
                text.substring(
                        statement.content().get(0).start(),
                        statement.content().get(0).end()));
        assertEquals("Dmitry Peskov", statement.source().text());
        assertEquals(ClaimKind.DIRECT, statement.kind());
    }

    @Test
    void lessThanIsNoMarkUp() {
        check("“If a < b, then b > a,” Peskov said.", "Peskov", "said", "“If a < b, then b > a,”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRESIDENT TRUMP SAID ON THURSDAY THAT THE TALKS WOULD GO ON.",
                "president trump said on thursday that the talks would go on",
                "The  minister\u00a0said\u200b that\tthe talks would go on.",
                "The minister said that 🕊 the talks would 𝒈𝒐 on."
            })
    void readsOddText(String text) {
        assertEquals(1, read(text).size());
    }

    @Provide
    Arbitrary<String> newsLikeText() {
        return Arbitraries.of(
                        "“",
                        "”",
                        "\"",
                        "«",
                        "»",
                        "‘",
                        "’",
                        "'",
                        "''",
                        ",",
                        ".",
                        "?",
                        ":",
                        " ",
                        "\n",
                        "\n\n",
                        " said ",
                        " told ",
                        "according to ",
                        "Peskov",
                        "President Trump",
                        "he",
                        "word",
                        "🕊",
                        "\ud83d",
                        "J. ",
                        "on Monday",
                        "ß",
                        "—",
                        "<p>",
                        "<b",
                        "&quot;",
                        "&#x110000;",
                        "<!--",
                        "<script>",
                        " that ",
                        " who ",
                        "the senator",
                        "hours later",
                        "Q: ",
                        "MR HOLLOWAY: ",
                        "KYIV (AP) — ",
                        "LENA BRANDT      ",
                        "Lena Brandt, Minister of Foreign Affairs\n\n",
                        "We think that I may be the one whom my mother told us about. ",
                        "\n\nRead more\n\n",
                        " added:\n\n",
                        "“We wait.”\n\n",
                        "\u0000",
                        "e\u0301",
                        "December 32")
                .list()
                .ofMaxSize(80)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Property(tries = 2_000)
    void anyTextIsReadAndAllPlacesAreInside(@ForAll("newsLikeText") String text) {
        check(text);
    }

    @Property(tries = 300)
    void anyCharactersAreRead(@ForAll String text) {
        check(text);
    }

    private static void check(String text) {
        ExtractionResult reading = READER.extract(text, THURSDAY);
        for (Statement statement : reading.statements()) {
            assertTrue(!statement.content().isEmpty() && statement.confidence() > 0 && statement.confidence() <= 1);
            int last = -1;
            for (Mention part : statement.content()) {
                check(text, part);
                assertTrue(part.start() > last, () -> "out of order: " + statement);
                last = part.start();
            }
            check(text, statement.cue());
            check(text, statement.source());
            check(text, statement.antecedent());
            check(text, statement.addressee());
            check(text, statement.saidOn() == null ? null : statement.saidOn().expression());
        }
        assertEquals(reading, READER.extract(text, THURSDAY));
    }

    private static void check(String text, Mention mention) {
        if (mention != null) {
            assertTrue(
                    mention.start() >= 0 && mention.start() < mention.end() && mention.end() <= text.length(),
                    () -> mention.toString());
            String raw = text.substring(mention.start(), mention.end());
            if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
                assertEquals(raw, mention.text());
            }
        }
    }

    @Test
    void theLargestBodyIsReadInTimeThatGrowsWithItsLengthOnly() {
        List<String> pieces = List.of(
                "“",
                "\"",
                "‘a",
                "<p",
                "<!--",
                "&amp",
                "(",
                "a.b.",
                "“A,” he said. ",
                "Sen. Tim Kaine said. The senator said it is so. ",
                "“A” and “b” ",
                "x said he is and ");
        for (String piece : pieces) {
            String text = piece.repeat(1 + (1 << 19) / piece.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> READER.extract(text, THURSDAY),
                    () -> "half a million characters of " + piece);
        }
    }

    /**
     * The conjunction introduces what was said; a "that" which points at something or stands for it is a part of it.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The minister said that the border would stay closed. | the border would stay closed",
                "The minister told reporters on Monday that talks had failed. | talks had failed",
                "The minister warned that Russia would respond. | Russia would respond",
                "The minister said that that day had been dark. | that day had been dark",
                "The minister said that was why the talks had failed. | that was why the talks had failed",
                "The minister said that is impossible. | that is impossible",
                "The minister said the border would stay closed. | the border would stay closed",
                "The president said that the talks had “failed completely.” | the talks had “failed completely.”",
                "“That is a lie,” the minister said. | “That is a lie,”"
            })
    void whatWasSaidBeginsBehindThat(String text, String said) {
        Statement statement = read(text).get(0);
        assertEquals(
                said,
                text.substring(
                        statement.contentStart(), statement.content().get(0).end()));
    }

    @Test
    void whatWasSaidBeginsBehindThatInMarkUpToo() {
        String text = "<p>The minister said <b>that</b> the border would stay closed.</p>";
        assertEquals(
                "the border would stay closed",
                text.substring(read(text).get(0).contentStart()).replaceAll("\\.</p>", ""));
    }
}
