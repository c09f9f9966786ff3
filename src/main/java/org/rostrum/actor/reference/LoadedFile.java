package org.rostrum.actor.reference;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which version of a reference file, or of data derived from one, the database holds. */
@Entity
@Table(name = "reference_file")
class LoadedFile extends PanacheEntityBase {

    @Id
    String name;

    /** The SHA-256 of the file, or the version of the derivation. */
    @Column(nullable = false)
    String checksum;

    static boolean isLoaded(String name, String checksum) {
        return count("name = ?1 and checksum = ?2", name, checksum) > 0;
    }

    static void store(String name, String checksum) {
        LoadedFile file = findById(name);
        if (file == null) {
            file = new LoadedFile();
            file.name = name;
            file.checksum = checksum;
            file.persist();
        } else {
            file.checksum = checksum;
        }
    }
}
