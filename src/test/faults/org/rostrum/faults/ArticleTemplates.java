package org.rostrum.faults;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes news articles of several paragraphs: with office holders that the reference data know, with people and
 * publishers that nobody knows yet and that several articles tell of at the same time, with events, and with statements
 * that another article reported as well.
 */
final class ArticleTemplates {

    /** An article as it is submitted. */
    record Article(String url, String headline, String publisher, LocalDate day, String body) {}

    /** A statement that several articles report. */
    private record Wire(LocalDate day, String paragraph) {}

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 9, 1);
    private static final int DAYS = 480;
    private static final int MAX_WIRES = 12;
    private static final double FROM_WIRE = 0.3;
    /** So many new names are met before the next one: several writers use each at about the same time. */
    private static final int USES_OF_A_NAME = 3;

    private static final String[] KNOWN = {
        "Turkish Foreign Minister Hakan Fidan",
        "President Gitanas Nausėda of Lithuania",
        "Colombian President Gustavo Petro",
        "Secretary of Defense Lloyd Austin",
        "National Security Advisor Jake Sullivan",
        "Chinese Foreign Minister Wang Yi",
        "Romanian President Klaus Iohannis",
        "Ngozi Okonjo-Iweala, the director-general of the World Trade Organization,",
        "Kremlin spokesman Dmitry Peskov",
        "Prime Minister Donald Tusk of Poland"
    };
    private static final String[] COUNTRIES = {
        "Norway", "Kenya", "Portugal", "Chile", "Jordan", "Vietnam", "Ghana", "Austria", "Peru", "Morocco"
    };
    private static final String[] CITIES = {"Geneva", "Vienna", "Nairobi", "Oslo", "Lisbon", "Amman"};
    private static final String[] OFFICES = {
        "deputy energy minister", "deputy trade minister", "fisheries minister", "deputy transport minister"
    };
    private static final String[] SUBJECTS = {
        "the new pipeline",
        "this agreement",
        "the border crossing",
        "our delegation",
        "the harbour",
        "the second convoy",
        "the grain corridor",
        "the inspection mission",
        "the joint commission",
        "the northern railway",
        "the reserve fund",
        "the customs office"
    };
    private static final String[] VERBS = {
        "will reopen",
        "cannot replace",
        "must support",
        "has strengthened",
        "will not threaten",
        "should finance",
        "has delayed",
        "may protect",
        "will transform",
        "has outgrown",
        "can supply",
        "must respect"
    };
    private static final String[] OBJECTS = {
        "the fishing villages",
        "every coastal market",
        "the winter harvest",
        "our oldest partners",
        "the regional court",
        "the hospitals upstream",
        "the copper exports",
        "both ministries",
        "the monitoring stations",
        "the refugee camps",
        "the power grid",
        "the smaller airlines"
    };
    private static final String[] TAILS = {
        "before the spring floods arrive", "whatever the committee decides", "as long as patience lasts",
                "without another referendum",
        "under the terms of last autumn", "despite the cost of insurance", "until the observers return",
                "while prices keep falling",
        "once the bridges are repaired", "even if nobody else signs"
    };
    private static final String[] SYLLABLES = {
        "bar", "del", "fen", "gor", "hal", "kor", "lin", "mar", "nov", "pel", "ros", "sten", "tor", "val", "wes", "zan",
        "dor", "rim"
    };
    private static final String[] FORENAMES = {
        "Tomas", "Elena", "Marek", "Ingrid", "Pablo", "Amina", "Viktor", "Rosa", "Henrik", "Clara"
    };

    private final String run;
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger articles = new AtomicInteger();
    private final Deque<Wire> wires = new ArrayDeque<>();

    /** Articles whose urls and names differ from those of other runs. */
    ArticleTemplates(String run) {
        this.run = run;
    }

    Article next(Random random) {
        Wire wire = wire(random);
        LocalDate day = wire == null ? FIRST_DAY.plusDays(random.nextInt(DAYS)) : wire.day;
        String country = pick(COUNTRIES, random);
        String other = pick(COUNTRIES, random);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("%s said on %s that %s. Officials in %s had waited for the remark since the weekend."
                .formatted(upper(pick(KNOWN, random)), weekday(day, random), clause(random), pick(CITIES, random)));
        paragraphs.add(stranger(random));
        if (!country.equals(other)) {
            paragraphs.add("%s and %s signed an agreement on fisheries in %s on %s."
                    .formatted(country, other, pick(CITIES, random), weekday(day, random)));
        }
        paragraphs.add(wire == null ? newWire(random, day) : wire.paragraph);
        paragraphs.add("“%s,” %s told reporters on %s. “%s.”"
                .formatted(upper(clause(random)), pick(KNOWN, random), weekday(day, random), upper(clause(random))));
        int number = articles.incrementAndGet();
        return new Article(
                "https://news.example/" + run + "/" + number,
                upper(clause(random)) + " (" + number + ")",
                "The " + upper(word(names.get() / USES_OF_A_NAME)) + " Gazette",
                day,
                String.join("\n\n", paragraphs));
    }

    /** A name that no other kind of thing has. */
    String newName() {
        int number = names.incrementAndGet();
        return FORENAMES[number % FORENAMES.length] + " " + upper(word(number)) + "ovan";
    }

    String clause(Random random) {
        return pick(SUBJECTS, random) + " " + pick(VERBS, random) + " " + pick(OBJECTS, random) + " "
                + pick(TAILS, random);
    }

    /**
     * Somebody nobody knows yet: one name for articles that are written at about the same time, always with the same
     * post.
     */
    private String stranger(Random random) {
        int number = names.incrementAndGet() / USES_OF_A_NAME;
        String name = FORENAMES[number % FORENAMES.length] + " " + upper(word(number)) + "escu";
        return "“%s,” said %s, the %s of %s."
                .formatted(
                        upper(clause(random)),
                        name,
                        OFFICES[number % OFFICES.length],
                        COUNTRIES[number % COUNTRIES.length]);
    }

    private synchronized Wire wire(Random random) {
        return wires.isEmpty() || random.nextDouble() > FROM_WIRE
                ? null
                : wires.stream().skip(random.nextInt(wires.size())).findFirst().orElseThrow();
    }

    private synchronized String newWire(Random random, LocalDate day) {
        String paragraph = "“%s, and %s,” %s said on %s."
                .formatted(upper(clause(random)), clause(random), pick(KNOWN, random), weekday(day, random));
        wires.addLast(new Wire(day, paragraph));
        if (wires.size() > MAX_WIRES) {
            wires.removeFirst();
        }
        return paragraph;
    }

    /** A made-up word for a number: each number has its own. */
    private String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }

    /** A day of the week before the day of publication. */
    private static String weekday(LocalDate day, Random random) {
        DayOfWeek said = day.minusDays(random.nextInt(3)).getDayOfWeek();
        return said.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String pick(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
