package org.rostrum.actor.reference;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.rostrum.actor.ActorChangedEvent;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.actor.write.ActorService;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.graph.value.Sha256;
import org.rostrum.history.ChangeLog;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Loads the reference files at start-up: countries, places, organisations and office holders. A file whose present
 * version the database holds is skipped.
 */
@ApplicationScoped
public class ReferenceDataLoader {

    /** Reference data are loaded before all other data at start-up. */
    public static final int PRIORITY = 100;

    private static final Logger LOG = Logger.getLogger(ReferenceDataLoader.class);

    /** How the rows of each file are imported, in the order in which the files refer to each other. */
    private static final Map<String, BiConsumer<ReferenceDataImport, Map<String, String>>> FILES =
            new LinkedHashMap<>();

    static {
        FILES.put("countries.csv", ReferenceDataImport::country);
        FILES.put("places.csv", ReferenceDataImport::place);
        FILES.put("organizations.csv", ReferenceDataImport::organization);
        FILES.put("office_holders.csv", ReferenceDataImport::officeHolder);
    }

    private final ActorService actors;
    private final CountryCodes countries;
    private final SurnameIndex surnames;
    private final EntityManager entities;
    private final Event<ActorChangedEvent> changed;
    private final ChangeLog history;
    private final TransactionRunner transactions;

    ReferenceDataLoader(
            ActorService actors,
            CountryCodes countries,
            SurnameIndex surnames,
            EntityManager entities,
            Event<ActorChangedEvent> changed,
            ChangeLog history,
            TransactionRunner transactions) {
        this.actors = actors;
        this.countries = countries;
        this.surnames = surnames;
        this.entities = entities;
        this.changed = changed;
        this.history = history;
        this.transactions = transactions;
    }

    void onStart(@Observes @Priority(PRIORITY) StartupEvent start) {
        load();
    }

    /** Loads every file whose present version the database does not hold: all of them or none. */
    public void load() {
        transactions.run(() -> {
            importFiles();
            derive("offices.tsv", Sha256.sha256(ReferenceFiles.content("offices.tsv")), this::classifyOffices);
            derive("surnames", SurnameIndex.VERSION, surnames::rebuild);
            return null;
        });
        countries.reload();
    }

    private void importFiles() {
        Map<String, byte[]> outdated = new LinkedHashMap<>();
        for (String name : FILES.keySet()) {
            byte[] content = ReferenceFiles.content(name);
            if (!LoadedFile.isLoaded(name, Sha256.sha256(content))) {
                outdated.put(name, content);
            }
        }
        if (outdated.isEmpty()) {
            return;
        }
        ReferenceDataImport run = new ReferenceDataImport(actors);
        outdated.forEach((name, content) -> {
            List<Map<String, String>> rows = ReferenceFiles.rows(content);
            BiConsumer<ReferenceDataImport, Map<String, String>> importer =
                    Objects.requireNonNull(FILES.get(name), "the names are those of FILES");
            rows.forEach(row -> importer.accept(run, row));
            LoadedFile.store(name, Sha256.sha256(content));
            LOG.infof("Loaded %d rows of reference data from %s", rows.size(), name);
        });
        run.finish();
        changed.fire(new ActorChangedEvent(run.changedActors()));
        history.advanceClock();
    }

    /** Derives data again where the database does not hold this version of them. */
    private static void derive(String name, String version, Runnable derivation) {
        if (!LoadedFile.isLoaded(name, version)) {
            derivation.run();
            LoadedFile.store(name, version);
        }
    }

    private void classifyOffices() {
        entities.createQuery("select distinct title from Affiliation", String.class)
                .getResultList()
                .forEach(title ->
                        Affiliation.update("office = ?1 where title = ?2", OfficeClassifier.ofTitle(title), title));
    }
}
