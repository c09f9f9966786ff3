package org.rostrum.resolution;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.api.ApiTest;
import org.rostrum.extraction.StatementExtractor;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;

/**
 * What resolving an article of 1,000 words costs with 50,000 actors known. Run by hand, on H2 and PostgreSQL in turn:
 * {@code ./mvnw test -Dtest=ResolutionBenchmark}. Figures are in {@code docs/performance.md}.
 */
@QuarkusTest
class ResolutionBenchmark extends ApiTest {

  private static final int ACTORS = 50_000;
  private static final int ROUNDS = 300;
  private static final int WORDS = 1_000;
  private static final String[] FORENAMES = "Anna Boris Carlos Dmitry Elena Farid Giulia Hassan Ivan Julia Karim Laura Mark Nina Omar Pavel Rosa Sergey Tariq Vera Yuri Zoran".split(" ");
  private static final String[] SYLLABLES = "al an ba be ber bin bo bra dar de din do el en er fa gar go gri ha han ho il in ja ka kar ken ki ko kov la lan len li lo ma man mar men mi mo na nen ni no or pe pi po ra ran ri ro sa san ser shi ski so sta ta tan ti to tor va ven vi vo wal ya yan ze zi".split(" ");

  @Inject
  AgroalDataSource database;
  @Inject
  StatementExtractor extractor;
  @Inject
  ArticleResolver resolver;
  @Inject
  Limits limits;

  @Test
  void resolvingAnArticle() throws SQLException, IOException {
    fill();
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        if (text.toString().split("\\s+").length < WORDS) {
          text.append(Files.readString(file)).append('\n');
        }
      }
    }
    String body = text.toString();
    LocalDate day = LocalDate.of(2025, 3, 13);
    ExtractionResult reading = extractor.extract(body, day);
    long[] times = new long[ROUNDS];
    long[] processor = new long[ROUNDS];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int[] statements = new int[1];
    Resolution resolution = null;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      Arc.container().requestContext().activate();
      long start = System.nanoTime();
      long before = threads.getCurrentThreadCpuTime();
      resolution = RequestContext.within(limits, "benchmark").run(() -> QuarkusTransaction.requiringNew().call(() -> {
        Resolution resolved = resolver.resolve(body, day, reading, StopSignal.NEVER);
        statements[0] = RequestContext.current().statements();
        return resolved;
      }));
      Arc.container().requestContext().terminate();
      if (round >= 0) {
        times[round] = System.nanoTime() - start;
        processor[round] = threads.getCurrentThreadCpuTime() - before;
      }
    }
    Arrays.sort(times);
    Arrays.sort(processor);
    long found = resolution.speakers().stream().filter(speaker -> speaker != null && speaker.actor() != null).count();
    System.out.printf("%s: %d words, %d statements by %d names, %d actors known: %d speakers found in %.2f ms (median of %d), %.2f ms at the 95th percentile, %.2f ms of the processor, %d SQL statements%n",
        System.getProperty("rostrum.test.database", "h2"), body.split("\\s+").length, reading.statements().size(), reading.names().size(), ACTORS, found,
        times[ROUNDS / 2] / 1e6, ROUNDS, times[ROUNDS * 95 / 100] / 1e6, processor[ROUNDS / 2] / 1e6, statements[0]);
  }

  /** Texts of nothing but what is expensive to resolve, in growing numbers: each must cost as much a mention as few of them do. */
  @Test
  void resolvingVeryManyMentions() throws SQLException {
    fill();
    Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
    kinds.put("many names", i -> name(i) + " said that " + name(i + 1) + " met " + name(i + 2) + ". ");
    kinds.put("one surname", i -> FORENAMES[i % FORENAMES.length] + syllable(i / FORENAMES.length) + " Kovalenko said that Kovalenko met Putin. ");
    kinds.put("offices", i -> "Foreign Minister " + name(i) + " of France said he agreed. The foreign minister told the president of Poland that he would not come. ");
    kinds.put("offices and days", i -> "On " + (1 + i % 28) + " March " + (1950 + i % 70) + ", Defence Minister " + name(i) + " of France said so. The minister of " + name(i) + " met the minister. ");
    kinds.put("answers", i -> "“The proposal of " + name(i) + " is of no use to farmers, builders, teachers and nurses,” " + name(i % 7) + " said in response to " + name((i + 1) % 7) + ". ");
    kinds.put("owners", i -> "His spokesman " + name(i) + " said no. " + name(i) + "'s adviser " + name(i + 1) + " said yes. ");
    kinds.put("capitals", i -> "The " + name(i) + " " + name(i + 1) + " France " + name(i + 2) + " Poland Ministry said it was late. ");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (Map.Entry<String, IntFunction<String>> kind : kinds.entrySet()) {
      for (int sentences : new int[] {50, 250, 1_000}) {
        String body = IntStream.range(0, sentences).mapToObj(kind.getValue()).collect(Collectors.joining());
        LocalDate day = LocalDate.of(2025, 3, 13);
        ExtractionResult read = extractor.extract(body, day);
        ExtractionResult reading = new ExtractionResult(read.statements().stream().limit(1_000).toList(), read.names(), read.happenings().stream().limit(1_000).toList(), null);
        int[] asked = new int[1];
        Arc.container().requestContext().activate();
        long start = threads.getCurrentThreadCpuTime();
        try {
          RequestContext.within(limits, "benchmark").run(() -> QuarkusTransaction.requiringNew().call(() -> resolver.resolve(body, day, reading, () -> asked[0]++)));
        } finally {
          Arc.container().requestContext().terminate();
        }
        double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        System.out.printf("%s: %d statements, %d names, %d happenings: %.0f ms of the processor, %.3f ms a statement or name, asked %d times%n", kind.getKey(),
            reading.statements().size(), reading.names().size(), reading.happenings().size(), millis,
            millis / (reading.statements().size() + reading.names().size()), asked[0]);
      }
    }
  }

  private static String name(int i) {
    return capital(syllable(i) + syllable(i / 7 + 3)) + ' ' + capital(syllable(i / 3) + syllable(i / 11 + 1) + syllable(i / SYLLABLES.length));
  }

  private static String syllable(int i) {
    return SYLLABLES[i % SYLLABLES.length];
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Persons with names of several syllables, so that many sound alike, most with a post for some country. */
  private void fill() throws SQLException {
    Random random = new Random(7);
    List<UUID> countries = QuarkusTransaction.requiringNew().call(() -> org.rostrum.actor.ActorEntity.<org.rostrum.actor.ActorEntity>list("alpha2 is not null").stream().map(one -> one.key).toList());
    String[] titles = {"President of the Assembly", "Minister of Foreign Affairs", "Ambassador to the United Nations", "Spokesman of the Ministry", "Governor of the North", "Member of Parliament"};
    try (Connection connection = database.getConnection();
        PreparedStatement actor = connection.prepareStatement("insert into actor (id, kind, name, name_key, recorded_at, updated_at) values (?, 'PERSON', ?, ?, ?, ?)");
        PreparedStatement surname = connection.prepareStatement("insert into actor_surname (actor_id, surname, sound) values (?, ?, ?)");
        PreparedStatement post = connection.prepareStatement("insert into affiliation (id, actor_id, title, office, country_id, from_order, recorded_at, updated_at) values (?, ?, ?, ?, ?, date '1583-01-01', ?, ?)")) {
      OffsetDateTime now = OffsetDateTime.now();
      for (int i = 0; i < ACTORS; i++) {
        UUID key = BaseEntity.newKey();
        String forename = FORENAMES[random.nextInt(FORENAMES.length)];
        String last = SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)];
        String name = forename + " " + Character.toUpperCase(last.charAt(0)) + last.substring(1);
        set(actor, key, name, TextNormalizer.key(name), now, now);
        set(surname, key, last, SurnameIndex.sound(last));
        set(surname, key, TextNormalizer.key(forename), SurnameIndex.sound(TextNormalizer.key(forename)));
        String title = titles[random.nextInt(titles.length)];
        set(post, BaseEntity.newKey(), key, title, OfficeClassifier.ofTitle(title), countries.get(random.nextInt(countries.size())), now, now);
        if (i % 1_000 == 999) {
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
