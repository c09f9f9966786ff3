package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.hibernate.Session;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.BeforeCommit;

/**
 * An index of persons by their surnames and how those sound: the last word of each name, and the first, which is the
 * surname in names such as "Xi Jinping". Derived from names and aliases, and brought up to date before each commit. The
 * table has no entity: a rebuild writes rows for every person, which JDBC batches keep out of the persistence context.
 */
@ApplicationScoped
public class SurnameIndex {

    private static final DaitchMokotoffSoundex SOUNDS = new DaitchMokotoffSoundex(false);
    private static final int MAX_SOUND_LENGTH = 10;
    /** To be raised when the derivation changes: the index is then rebuilt at the next start. */
    public static final String VERSION = "1";

    private final EntityManager entities;
    private final Database database;
    private final Pending pending;

    SurnameIndex(EntityManager entities, Database database, Pending pending) {
        this.entities = entities;
        this.database = database;
        this.pending = pending;
    }

    /**
     * The Daitch–Mokotoff Soundex of a word in lower case, for which "witkov" and "witkoff" are alike; empty for a word
     * without letters that are coded.
     */
    public static String sound(String word) {
        String letters = word.codePoints()
                .filter(c -> c >= 'a' && c <= 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String sound = letters.isEmpty() ? "" : SOUNDS.encode(letters);
        return sound.length() > MAX_SOUND_LENGTH ? sound.substring(0, MAX_SOUND_LENGTH) : sound;
    }

    /** The words of a name that may be the surname. */
    static Set<String> of(String name) {
        String[] words = TextNormalizer.key(name).split(" ");
        Set<String> surnames = new LinkedHashSet<>();
        surnames.add(words[words.length - 1]);
        if (words.length > 1) {
            surnames.add(words[0]);
        }
        surnames.remove("");
        return surnames;
    }

    /** The actors of the running transaction whose names changed. */
    @TransactionScoped
    static class Pending implements Serializable {
        private final transient Set<UUID> actors = new LinkedHashSet<>();

        Set<UUID> actors() {
            return actors;
        }
    }

    /** Marks an actor that is new or has new names; its rows are written before the commit. */
    public void changed(UUID actor) {
        pending.actors().add(actor);
    }

    /** Writes the rows of the marked actors. */
    void onEnding(@Observes BeforeCommit end) {
        List<UUID> actors = List.copyOf(pending.actors());
        if (actors.isEmpty()) {
            return;
        }
        pending.actors().clear();
        entities.createNativeQuery("delete from actor_surname where actor_id in (:actors)")
                .setParameter("actors", actors)
                .executeUpdate();
        write(SqlFragment.in("a.id", actors));
    }

    /** Derives the whole index again. */
    public void rebuild() {
        entities.createNativeQuery("delete from actor_surname").executeUpdate();
        pending.actors().clear();
        write(SqlFragment.TRUE);
    }

    private void write(SqlFragment which) {
        entities.flush();
        SqlFragment person = SqlFragment.of("a.kind = 'PERSON' and a.merged_into is null and")
                .then(which.wrapped("(", ")"));
        Set<Row> rows = new LinkedHashSet<>();
        SqlFragment names = SqlFragment.of("select a.id, a.name as name from actor a where")
                .then(person)
                .then("union select a.id, l.alias from actor a join actor_alias l on l.actor_id = a.id where")
                .then(person);
        database.forEachRow(names, name -> {
            UUID actor = name.uuid("id");
            of(name.text("name")).forEach(surname -> rows.add(new Row(actor, surname)));
        });
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into actor_surname (actor_id, surname, sound) values (?, ?, ?)")) {
                for (Row row : rows) {
                    insert.setObject(1, row.actor);
                    insert.setString(2, row.surname);
                    insert.setString(3, sound(row.surname));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private record Row(UUID actor, String surname) {}
}
