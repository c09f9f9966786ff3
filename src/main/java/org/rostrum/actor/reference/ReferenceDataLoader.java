package org.rostrum.actor.reference;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.actor.office.ReferenceFiles;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.actor.write.ActorChangedEvent;
import org.rostrum.actor.write.ActorService;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.graph.value.Sha256;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.history.ChangeLog;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Loads the reference files at start-up: countries, places, organisations and office holders. A file that the database
 * holds in this version is passed over; a changed one adds what is missing and ends posts that have ended, and leaves alone
 * what people changed.
 */
@ApplicationScoped
public class ReferenceDataLoader {

  /** Reference data come before everything else that is loaded at start-up. */
  public static final int PRIORITY = 100;

  private static final Logger LOG = Logger.getLogger(ReferenceDataLoader.class);
  private static final String SEPARATOR = "\\|";

  private final ActorService changes;
  private final CountryCodes countries;
  private final EntityManager entities;
  private final Event<ActorChangedEvent> changed;
  private final TransactionRunner writes;
  private final SurnameIndex surnames;
  private final ChangeLog history;
  private final Map<String, Consumer<Map<String, String>>> files = new LinkedHashMap<>();
  /** What the database holds, read once in a run and only where a file has changed. */
  private Known known;

  ReferenceDataLoader(ActorService changes, CountryCodes countries, EntityManager entities, Event<ActorChangedEvent> changed, TransactionRunner writes, SurnameIndex surnames,
      ChangeLog history) {
    this.surnames = surnames;
    this.history = history;
    this.changes = changes;
    this.countries = countries;
    this.entities = entities;
    this.changed = changed;
    this.writes = writes;
    files.put("countries.csv", this::country);
    files.put("places.csv", this::place);
    files.put("organizations.csv", this::organization);
    files.put("office_holders.csv", this::officeHolder);
  }

  void onStart(@Observes @Priority(PRIORITY) StartupEvent start) {
    load();
  }

  /** Loads every file that the database does not hold in its present version: all of them or none. */
  public void load() {
    writes.run(() -> {
      known = null;
      files.forEach(this::load);
      derive(OfficeClassifier.FILE, Sha256.sha256(ReferenceFiles.content(OfficeClassifier.FILE)), this::offices);
      derive("surnames", SurnameIndex.VERSION, surnames::rebuild);
      if (known != null) {
        store(known.newPlaces);
        changed.fire(new ActorChangedEvent(known.changed));
        history.passUnnoted();
      }
      return null;
    });
    countries.reload();
  }

  /** Derives what the database does not hold in this version. */
  private void derive(String name, String version, Runnable derivation) {
    if (!isHeld(name, version)) {
      derivation.run();
      hold(name, version);
    }
  }

  private void offices() {
    for (Object title : entities.createQuery("select distinct title from Affiliation", String.class).getResultList()) {
      entities.createQuery("update Affiliation set office = :office where title = :title")
          .setParameter("office", OfficeClassifier.ofTitle((String) title)).setParameter("title", title).executeUpdate();
    }
  }

  private boolean isHeld(String name, String checksum) {
    return entities.createNativeQuery("select checksum from reference_file where name = ?", String.class)
        .setParameter(1, name).getResultList().contains(checksum);
  }

  private void hold(String name, String checksum) {
    entities.createNativeQuery("delete from reference_file where name = ?").setParameter(1, name).executeUpdate();
    entities.createNativeQuery("insert into reference_file (name, checksum) values (?, ?)")
        .setParameter(1, name).setParameter(2, checksum).executeUpdate();
  }

  private void load(String name, Consumer<Map<String, String>> load) {
    byte[] content = ReferenceFiles.content(name);
    String checksum = Sha256.sha256(content);
    if (isHeld(name, checksum)) {
      return;
    }
    if (known == null) {
      known = new Known(entities);
    }
    int rows = 0;
    for (Map<String, String> row : rows(content)) {
      load.accept(row);
      rows++;
    }
    hold(name, checksum);
    LOG.infof("Loaded %d rows of reference data from %s", rows, name);
  }

  private void country(Map<String, String> row) {
    ActorEntity actor = known.countries.computeIfAbsent(row.get("alpha2"), code -> {
      Country country = BaseEntity.begun(new Country());
      country.rename(row.get("name"));
      country.wikidataId = row.get("wikidata_id");
      country.alpha2 = code;
      country.alpha3 = row.get("alpha3");
      country.demonym = row.get("demonym");
      country.persist();
      return country;
    });
    aliases(actor, row.get("aliases"));
    place(actor.name, actor.key);
    place(row.get("demonym"), actor.key);
    names(row.get("aliases")).forEach(alias -> place(alias, actor.key));
  }

  private void place(Map<String, String> row) {
    UUID country = known.countries.get(row.get("country")).key;
    place(row.get("name"), country);
    if ("yes".equals(row.get("seat"))) {
      known.seats.add(new Place(TextNormalizer.key(row.get("name")), country));
    }
  }

  private void place(String name, UUID country) {
    if (name != null && known.places.add(TextNormalizer.key(name) + ' ' + country)) {
      known.newPlaces.add(new Place(TextNormalizer.key(name), country));
    }
  }

  private void store(List<Place> places) {
    entities.flush();
    entities.unwrap(Session.class).doWork(connection -> {
      try (PreparedStatement insert = connection.prepareStatement("insert into territory_name (name_key, country_id) values (?, ?)")) {
        for (Place place : places) {
          insert.setString(1, place.nameKey);
          insert.setObject(2, place.country);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      try (PreparedStatement seat = connection.prepareStatement("update territory_name set seat = true where name_key = ? and country_id = ?")) {
        for (Place place : known.seats) {
          seat.setString(1, place.nameKey);
          seat.setObject(2, place.country);
          seat.addBatch();
        }
        seat.executeBatch();
      }
    });
  }

  private void organization(Map<String, String> row) {
    aliases(actor(ActorType.ORGANIZATION, row), row.get("aliases"));
  }

  private void officeHolder(Map<String, String> row) {
    ActorEntity actor = actor(ActorType.PERSON, row);
    aliases(actor, row.get("aliases"));
    ActorEntity organization = row.get("organization") == null ? null
        : known.named.get(ActorType.ORGANIZATION.name() + TextNormalizer.key(row.get("organization")));
    Affiliation post = ActorService.post(row.get("title"), organization == null ? null : organization.key,
        countryKey(row), date(row.get("from")), date(row.get("until")));
    post.actorKey = actor.key;
    Affiliation same = known.posts.putIfAbsent(Known.post(post), post);
    if (same == null) {
      post.persist();
      known.changed.add(actor.key);
    } else if (same.until == null && post.until != null) {
      same.between(same.from, post.until);
      same.touch();
      known.changed.add(actor.key);
    }
  }

  private ActorEntity actor(ActorType type, Map<String, String> row) {
    ActorEntity byItem = known.items.get(Objects.requireNonNullElse(row.get("wikidata_id"), ""));
    if (byItem != null) {
      return byItem;
    }
    return known.named.computeIfAbsent(type.name() + TextNormalizer.key(row.get("name")), name -> {
      ActorEntity actor = changes.create(type, row.get("name"), row.get("wikidata_id"), countryKey(row), List.of(), List.of());
      known.items.put(Objects.requireNonNullElse(actor.wikidataId, actor.getId()), actor);
      return actor;
    });
  }

  private UUID countryKey(Map<String, String> row) {
    return row.get("country") == null ? null : known.countries.get(row.get("country")).key;
  }

  private void aliases(ActorEntity actor, String aliases) {
    names(aliases).stream().filter(alias -> known.aliases.add(actor.key + alias))
        .forEach(alias -> ActorAlias.of(actor.key, alias).persist());
  }

  private static Set<String> names(String joined) {
    return joined == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(joined.split(SEPARATOR)));
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static List<Map<String, String>> rows(byte[] content) {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
        .build();
    try (MappingIterator<Map<String, String>> rows =
        mapper.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader()).readValues(content)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Place(String nameKey, UUID country) {}

  /** What the database holds already, by what names it in the files. */
  private static final class Known {
    final Map<String, ActorEntity> countries = new HashMap<>();
    final Map<String, ActorEntity> items = new HashMap<>();
    final Map<String, ActorEntity> named = new HashMap<>();
    final Map<String, Affiliation> posts = new HashMap<>();
    final Set<String> aliases = new HashSet<>();
    final Set<String> places = new HashSet<>();
    final List<Place> newPlaces = new ArrayList<>();
    final List<Place> seats = new ArrayList<>();
    final Set<UUID> changed = new LinkedHashSet<>();

    Known(EntityManager entities) {
      for (ActorEntity actor : ActorEntity.<ActorEntity>list("mergedInto is null")) {
        if (actor instanceof Country country) {
          countries.put(country.alpha2, country);
        }
        if (actor.wikidataId != null) {
          items.put(actor.wikidataId, actor);
        }
        named.put(ActorType.of(actor).name() + actor.nameKey, actor);
      }
      Affiliation.<Affiliation>listAll().forEach(post -> posts.put(post(post), post));
      ActorAlias.<ActorAlias>listAll().forEach(alias -> aliases.add(alias.actorKey + alias.alias));
      List<?> names = entities.createNativeQuery("select name_key || ' ' || country_id from territory_name", String.class).getResultList();
      names.forEach(name -> places.add((String) name));
    }

    static String post(Affiliation post) {
      return post.actorKey + post.title + post.from;
    }
  }
}
