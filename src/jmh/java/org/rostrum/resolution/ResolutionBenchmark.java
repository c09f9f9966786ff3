package org.rostrum.resolution;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.extraction.StatementExtractor;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;

/**
 * Resolving the mentions of an article that is extracted already, with many actors known: one of 1,000 words, and texts
 * of nothing but what is expensive to resolve, in growing numbers. Runs in a server's process.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class ResolutionBenchmark {

    private static final int WORDS = 1_000;
    private static final int MOST = 1_000;
    private static final int BATCH = 1_000;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 13);
    private static final String[] FORENAMES =
            "Anna Boris Carlos Dmitry Elena Farid Giulia Hassan Ivan Julia Karim Laura Mark Nina Omar Pavel Rosa Sergey Tariq Vera Yuri Zoran"
                    .split(" ");
    private static final String[] SYLLABLES =
            "al an ba be ber bin bo bra dar de din do el en er fa gar go gri ha han ho il in ja ka kar ken ki ko kov la lan len li lo ma man mar men mi mo na nen ni no or pe pi po ra ran ri ro sa san ser shi ski so sta ta tan ti to tor va ven vi vo wal ya yan ze zi"
                    .split(" ");

    /** The actors in the database, which are made once. */
    @State(Scope.Benchmark)
    public static class Actors {
        private static boolean made;

        /** How many are known. */
        @Param("50000")
        int actors;

        @Setup(Level.Trial)
        public void make() throws SQLException {
            if (!made) {
                fill(actors);
                made = true;
            }
        }
    }

    /** An article and what was extracted from it. */
    @State(Scope.Benchmark)
    public static class Article {
        private String body;
        private ExtractionResult reading;

        @Setup(Level.Trial)
        public void read() throws IOException {
            StringBuilder text = new StringBuilder();
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    if (text.toString().split("\\s+").length < WORDS) {
                        text.append(Files.readString(file)).append('\n');
                    }
                }
            }
            body = text.toString();
            reading = extract(body);
        }
    }

    /** A text of one kind of sentence. */
    @State(Scope.Benchmark)
    public static class ManyMentions {
        /** What its sentences are full of. */
        @Param
        Sentences kind;
        /** How many sentences it has. */
        @Param({"50", "250", "1000"})
        int sentences;

        private String body;
        private ExtractionResult reading;

        @Setup(Level.Trial)
        public void read() {
            body = IntStream.range(0, sentences).mapToObj(kind::sentence).collect(Collectors.joining());
            ExtractionResult all = extract(body);
            reading = new ExtractionResult(
                    all.statements().stream().limit(MOST).toList(),
                    all.names(),
                    all.events().stream().limit(MOST).toList(),
                    null);
        }
    }

    /** Kinds of sentences that are expensive to resolve. */
    public enum Sentences {
        MANY_NAMES {
            @Override
            String sentence(int i) {
                return person(i) + " said that " + person(i + 1) + " met " + person(i + 2) + ". ";
            }
        },
        ONE_SURNAME {
            @Override
            String sentence(int i) {
                return FORENAMES[i % FORENAMES.length] + syllable(i / FORENAMES.length)
                        + " Kovalenko said that Kovalenko met Putin. ";
            }
        },
        OFFICES {
            @Override
            String sentence(int i) {
                return "Foreign Minister " + person(i)
                        + " of France said he agreed. The foreign minister told the president of Poland that he would not come. ";
            }
        },
        OFFICES_AND_DAYS {
            @Override
            String sentence(int i) {
                return "On " + (1 + i % 28) + " March " + (1950 + i % 70) + ", Defence Minister " + person(i)
                        + " of France said so. The minister of " + person(i) + " met the minister. ";
            }
        },
        ANSWERS {
            @Override
            String sentence(int i) {
                return "“The proposal of " + person(i) + " is of no use to farmers, builders, teachers and nurses,” "
                        + person(i % 7) + " said in response to " + person((i + 1) % 7) + ". ";
            }
        },
        OWNERS {
            @Override
            String sentence(int i) {
                return "His spokesman " + person(i) + " said no. " + person(i) + "'s adviser " + person(i + 1)
                        + " said yes. ";
            }
        },
        CAPITALS {
            @Override
            String sentence(int i) {
                return "The " + person(i) + " " + person(i + 1) + " France " + person(i + 2)
                        + " Poland Ministry said it was late. ";
            }
        };

        abstract String sentence(int i);
    }

    @Benchmark
    public Object article(Actors actors, Article article) {
        return resolve(article.body, article.reading);
    }

    @Benchmark
    public Object manyMentions(Actors actors, ManyMentions text) {
        return resolve(text.body, text.reading);
    }

    private static ExtractionResult extract(String body) {
        return Arc.container().instance(StatementExtractor.class).get().extract(body, DAY);
    }

    private static Resolution resolve(String body, ExtractionResult reading) {
        Arc.container().requestContext().activate();
        try {
            ArticleResolver resolver =
                    Arc.container().instance(ArticleResolver.class).get();
            Limits limits = Arc.container().instance(Limits.class).get();
            return RequestContext.start(limits, "benchmark")
                    .run(() -> QuarkusTransaction.requiringNew()
                            .call(() -> resolver.resolve(body, DAY, reading, StopSignal.NEVER)));
        } finally {
            Arc.container().requestContext().terminate();
        }
    }

    private static String person(int i) {
        return capital(syllable(i) + syllable(i / 7 + 3))
                + ' '
                + capital(syllable(i / 3) + syllable(i / 11 + 1) + syllable(i / SYLLABLES.length));
    }

    private static String syllable(int i) {
        return SYLLABLES[i % SYLLABLES.length];
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Persons with names of several syllables, so that many sound alike, most with a post for some country. */
    private static void fill(int actors) throws SQLException {
        Random random = new Random(7);
        List<UUID> countries = QuarkusTransaction.requiringNew()
                .call(() -> ActorEntity.<ActorEntity>list("alpha2 is not null").stream()
                        .map(one -> one.key)
                        .toList());
        String[] titles = {
            "President of the Assembly",
            "Minister of Foreign Affairs",
            "Ambassador to the United Nations",
            "Spokesman of the Ministry",
            "Governor of the North",
            "Member of Parliament"
        };
        try (Connection connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                PreparedStatement actor = connection.prepareStatement(
                        "insert into actor (id, kind, name, name_key, recorded_at, updated_at) values (?, 'PERSON', ?, ?, ?, ?)");
                PreparedStatement surname = connection.prepareStatement(
                        "insert into actor_surname (actor_id, surname, sound) values (?, ?, ?)");
                PreparedStatement post = connection.prepareStatement(
                        "insert into affiliation (id, actor_id, title, office, country_id, from_order, recorded_at, updated_at) values (?, ?, ?, ?, ?, date '1583-01-01', ?, ?)")) {
            OffsetDateTime now = OffsetDateTime.now();
            for (int i = 0; i < actors; i++) {
                UUID key = BaseEntity.newKey();
                String forename = FORENAMES[random.nextInt(FORENAMES.length)];
                String last = SYLLABLES[random.nextInt(SYLLABLES.length)]
                        + SYLLABLES[random.nextInt(SYLLABLES.length)]
                        + SYLLABLES[random.nextInt(SYLLABLES.length)];
                String name = forename + " " + Character.toUpperCase(last.charAt(0)) + last.substring(1);
                set(actor, key, name, TextNormalizer.key(name), now, now);
                set(surname, key, last, SurnameIndex.sound(last));
                set(surname, key, TextNormalizer.key(forename), SurnameIndex.sound(TextNormalizer.key(forename)));
                String title = titles[random.nextInt(titles.length)];
                set(
                        post,
                        BaseEntity.newKey(),
                        key,
                        title,
                        OfficeClassifier.ofTitle(title),
                        countries.get(random.nextInt(countries.size())),
                        now,
                        now);
                if (i % BATCH == BATCH - 1 || i == actors - 1) {
                    actor.executeBatch();
                    surname.executeBatch();
                    post.executeBatch();
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
