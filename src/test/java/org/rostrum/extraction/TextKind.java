package org.rostrum.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.graph.value.TsvFile;

/** Kinds of text of any length: ordinary news, and what somebody might send who wants a reading to be expensive. */
enum TextKind {
    /** Ordinary articles, one behind another. */
    ARTICLES(repeat(Ordinary.TEXT)),
    /** The same without ends of lines. */
    ONE_PARAGRAPH(repeat(Ordinary.TEXT.replace('\n', ' '))),
    ONE_SENTENCE(repeat(Ordinary.TEXT.replaceAll("[^\\p{L} ]", " ").replaceAll(" +", " "))),
    HE_SAID(repeat("he said, ")),
    HE_SAID_SENTENCES(repeat("He said that he was here. ")),
    IT_SAID(repeat("The ministry of Ruritania met. It said it was late. ")),
    SAID_MANY_NAMES(
            numbered(i -> "Mr. " + name(i) + " said that " + name(i + 1) + " told him " + name(i + 2) + " met her, ")),
    ONE_WORD(repeat("a")),
    ONE_CAPITAL_WORD(repeat("A")),
    LONG_WORDS(numbered(i -> "Said".repeat(300) + " ")),
    SHORT_WORDS(repeat("a b ")),
    QUOTATION_MARKS(random("“”\"‘’", 1)),
    QUOTATION_MARKS_AND_WORDS(numbered(i -> "“”\"‘’«»".charAt(random(i, 7))
            + (random(i + 7, 3) == 0 ? " " : "")
            + List.of("said", "Putin", "we", "He", ",", ".").get(random(i + 3, 6))
            + (random(i + 1, 2) == 0 ? " " : ""))),
    OPENING_MARKS(repeat("“a ")),
    OPENING_SINGLE_MARKS(repeat("‘a ")),
    OPENING_MARKS_BY_LINES(repeat("“We go on\n")),
    QUOTATIONS_THAT_GO_ON(repeat("“Yes,” he said. “No.” ")),
    QUOTATIONS_BY_ONE(repeat("“Yes.” ")),
    LINES(repeat("\n")),
    SHORT_LINES(repeat("a\n")),
    SPACES(repeat(" ")),
    CAPITALISED(numbered(i -> name(i % 50) + " ")),
    ABBREVIATIONS(repeat("Mr. ")),
    COMMAS(repeat(",")),
    FULL_STOPS(repeat(".")),
    FULL_STOPS_APART(repeat(". ")),
    DASHES(repeat("-")),
    CLOSING_MARKS(repeat(".))")),
    PARENTHESES(length -> "(".repeat(length / 2) + ")".repeat(length - length / 2)),
    NESTED_PARENTHESES(length -> cut("(he said ".repeat(length / 18 + 1), length / 2) + ") ".repeat(length / 4 + 1)),
    ONE_NAME(repeat("Vladimir Putin ")),
    ONE_NAME_SENTENCES(repeat("Vladimir Putin met Xi Jinping. ")),
    MANY_NAMES(numbered(i -> name(i) + ' ' + name(i / 7 + 3) + ", ")),
    MANY_NAMES_SENTENCES(numbered(i -> name(i) + ' ' + name(i / 7 + 3) + " said so to " + name(i + 5) + ". ")),
    MANY_WORDS(numbered(i -> "the " + name(i).toLowerCase(java.util.Locale.ROOT) + " ")),
    OFFICES(numbered(i -> "Sen. " + name(i) + " spoke. The senator said no. ")),
    MEETINGS(numbered(i -> name(i % 500) + " met " + name(i % 499 + 9) + " in Kyiv on Tuesday, ")),
    DATES(repeat("12 March 2025, 2025-03-12, Tuesday, 2024 last week two days ago ")),
    DATES_AND_CUES(repeat("he said Tuesday that last week, ")),
    DIGITS(random("0123456789,. ", 2)),
    ACCORDING(repeat("according to Peskov, ")),
    ACCORDING_SENTENCES(repeat("It rains, according to Peskov. ")),
    CUES(numbered(i -> Ordinary.CUES.get(i % Ordinary.CUES.size()) + " that he ")),
    CUES_WITH_NAMES(numbered(i -> "Putin " + Ordinary.CUES.get(i % Ordinary.CUES.size()) + " it, ")),
    TAGS(repeat("<p>he <b>said</b></p>")),
    OPEN_TAGS(repeat("<p ")),
    COMMENTS(repeat("<!--")),
    SCRIPTS(repeat("<script>")),
    ENTITIES(repeat("&amp;&#8220;said ")),
    EMOJI(repeat("\uD83D\uDE00")),
    COMBINING(repeat("\u0301")),
    COMBINING_WORDS(repeat("he\u0301\u0301\u0301\u0301 said ")),
    APOSTROPHES(repeat("a'b'c’d ")),
    ADDRESSES(repeat("http://www.example.org/a?b=said ")),
    INITIALS(repeat("U.S. J. D. ")),
    NO_LANGUAGE(random("abcdefghijklmnopqrstuvwxyz ", 3)),
    NO_ENGLISH_BEHIND_ENGLISH(length -> cut(
            cut(Ordinary.TEXT, 19_000)
                    + repeat(Integer.toString(7)).of(1)
                    + random("bcdfghklmnprst aeiou", 4).of(length),
            length)),
    CHINESE(repeat("外交部发言人表示，")),
    RELATIVE_CLAUSES(repeat("who said that the man ")),
    POSSESSIVES(repeat("Putin's spokesman's ")),
    CONJUNCTIONS(repeat("and Putin or ")),
    COLONS(repeat("he said: ")),
    COLONS_AND_QUOTATIONS(repeat("he said: “a” "));

    /** Texts of a kind. */
    interface Text {
        String of(int length);
    }

    private final Text text;

    TextKind(Text text) {
        this.text = text;
    }

    /** A text of so many UTF-16 code units. */
    String of(int length) {
        return cut(text.of(length), length);
    }

    private static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static Text repeat(String part) {
        return length -> part.repeat(length / part.length() + 1);
    }

    private interface Part {
        String of(int number);
    }

    private static Text numbered(Part part) {
        return length -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < length; i++) {
                text.append(part.of(i));
            }
            return text.toString();
        };
    }

    private static Text random(String characters, int seed) {
        return length -> new Random(seed)
                .ints(length, 0, characters.length())
                .mapToObj(i -> String.valueOf(characters.charAt(i)))
                .collect(Collectors.joining());
    }

    private static int random(int i, int below) {
        return Math.floorMod((i * 0x9E3779B1) >>> 11, below);
    }

    /** A name that no other number has. */
    private static String name(int number) {
        String[] syllables = {"ka", "lo", "mi", "nu", "pe", "ra", "so", "ti", "vu", "ze"};
        StringBuilder name = new StringBuilder();
        IntUnaryOperator digit = place -> number / place % 10;
        for (int place = 1; place <= 100_000; place *= 10) {
            name.append(syllables[digit.applyAsInt(place)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What the kinds are made of. */
    private static final class Ordinary {

        static final String TEXT = text();
        static final List<String> CUES =
                TsvFile.read("/extraction/cues.tsv", "lemma", "word class", "frames", "type", "act", "prepositions")
                        .stream()
                        .map(row -> row.get("lemma"))
                        .toList();

        private static String text() {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
                StringBuilder text = new StringBuilder();
                for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    text.append(Files.readString(file)).append('\n');
                }
                return text.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
