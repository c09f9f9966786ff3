package org.rostrum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each table belongs to one room: the one with its entity, or the one named here. Only that room writes it; which rooms
 * join it for reading is listed with the reasons. ArchUnit does not see the tables in SQL and HQL, so this reads them
 * from the string literals of the sources.
 */
class TableOwnershipTest {

    private static final String SEARCH = "search looks through the texts of all records";
    private static final String BACKUP = "a backup states how many records it holds";

    /** Tables without an entity, by their rooms. */
    private static final Map<String, String> OWNERS = Map.of(
            "actor_surname", "actor",
            "key_lock", "store",
            "change_clock", "history");

    /** Which room writes which table of another, and why. */
    private static final Map<String, String> FOREIGN_WRITES =
            Map.of("intake article", "intake stores an article in the transaction that records what it says");

    /** Which room reads which table of another, and why. */
    private static final Map<String, String> FOREIGN_READS = Map.ofEntries(
            Map.entry(
                    "claim actor",
                    "claims are filtered by their speakers, whose country is that of claims without a capacity"),
            Map.entry("claim affiliation", "the capacity of a claim follows from its speaker's posts"),
            Map.entry("claim article", "claims are filtered, counted and dated by the publication of their articles"),
            Map.entry("claim change_entry", "the feed of claims' changes is filtered by the claims that changed"),
            Map.entry("claim event", "a claim is kept where a person said that it is about an event"),
            Map.entry("event article", "the articles of an event are listed in the order of articles"),
            Map.entry("event claim", "the articles of an event are those with claims about it"),
            Map.entry("event event_claim", "an event's claims and a claim's events are lists of the same pairs"),
            Map.entry("intake article", "an article is known by its url or its body"),
            Map.entry("search actor", SEARCH),
            Map.entry("search actor_alias", SEARCH),
            Map.entry("search article", SEARCH),
            Map.entry("search claim", SEARCH),
            Map.entry("search event", SEARCH),
            Map.entry("server article", BACKUP),
            Map.entry("server claim", BACKUP),
            Map.entry("server reference_file", "the readiness check reads a table that is never empty"));

    private static final Path SOURCES = Path.of("src/main/java/org/rostrum");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Set<String> WRITING_METHODS =
            Set.of("persist", "persistAndFlush", "delete", "deleteById", "deleteAll", "update");

    private static final Pattern CREATE = Pattern.compile("(?i)create table (\\w+)");
    /** Text blocks and string literals. */
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    private static final Pattern WRITE = Pattern.compile("\\b(?:insert into|delete from|update) (\\w+)");
    private static final Pattern READ = Pattern.compile("\\b(?:(?<!delete )from|join) (\\w+)");
    /** An entity and its table as arguments of what makes the statement. */
    private static final Pattern ENTITY_AND_TABLE = Pattern.compile("\\w+\\.class,\\s*\"(\\w+)\"");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rostrum");
    /** The table of each entity's name, and of each table's. */
    private final Map<String, String> tables = new TreeMap<>();

    private final Map<String, String> owners = new TreeMap<>(OWNERS);

    TableOwnershipTest() {
        OWNERS.keySet().forEach(table -> tables.put(table, table));
        for (JavaClass entity : classes) {
            if (entity.isAnnotatedWith(Entity.class)
                    && !entity.getRawSuperclass().orElseThrow().isAnnotatedWith(Entity.class)) {
                String table = table(entity);
                tables.put(entity.getSimpleName(), table);
                tables.put(table, table);
                owners.put(table, room(entity.getPackageName()));
            }
        }
    }

    private static String table(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .orElseGet(() -> entity.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String room(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    @Test
    void everyTableHasAnOwner() throws IOException {
        Set<String> created = new TreeSet<>();
        for (Path file : files(MIGRATIONS, ".sql")) {
            Matcher matcher = CREATE.matcher(Files.readString(file));
            while (matcher.find()) {
                created.add(matcher.group(1));
            }
        }
        assertEquals(created, new TreeSet<>(owners.keySet()));
    }

    @Test
    void onlyItsRoomWritesATable() throws IOException {
        Map<String, Set<String>> writes = inSources(WRITE);
        for (JavaClass caller : classes) {
            for (JavaMethodCall call : caller.getMethodCallsFromSelf()) {
                JavaClass target = call.getTargetOwner();
                if (target.isAnnotatedWith(Entity.class) && WRITING_METHODS.contains(call.getName())) {
                    add(
                            writes,
                            room(caller.getPackageName()),
                            tables.get(rootEntity(target).getSimpleName()),
                            caller.getSimpleName());
                }
            }
        }
        assertEquals(
                new TreeSet<>(FOREIGN_WRITES.keySet()),
                writes.keySet(),
                () -> "writes of other rooms' tables, by class: " + writes);
    }

    @Test
    void aRoomJoinsOnlyTheTablesThatItIsListedFor() throws IOException {
        Map<String, Set<String>> reads = inSources(READ);
        inSources(ENTITY_AND_TABLE)
                .forEach((use, where) -> where.forEach(file ->
                        reads.computeIfAbsent(use, key -> new TreeSet<>()).add(file)));
        assertEquals(
                new TreeSet<>(FOREIGN_READS.keySet()),
                reads.keySet(),
                () -> "reads of other rooms' tables, by file: " + reads);
    }

    private static JavaClass rootEntity(JavaClass entity) {
        JavaClass parent = entity.getRawSuperclass().orElseThrow();
        return parent.isAnnotatedWith(Entity.class) ? rootEntity(parent) : entity;
    }

    /** Uses of other rooms' tables, as "room table", with the files that have them. */
    private Map<String, Set<String>> inSources(Pattern pattern) throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            String room = file.getParent().equals(SOURCES)
                    ? ""
                    : SOURCES.relativize(file).getName(0).toString();
            String source = Files.readString(file);
            for (String text : pattern == ENTITY_AND_TABLE ? List.of(source) : literals(source)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    String table = tables.get(matcher.group(1));
                    if (table != null) {
                        add(uses, room, table, file.getFileName().toString());
                    }
                }
            }
        }
        return uses;
    }

    private void add(Map<String, Set<String>> uses, String room, String table, String where) {
        if (!room.equals(owners.get(table))) {
            uses.computeIfAbsent(room + ' ' + table, key -> new TreeSet<>()).add(where);
        }
    }

    /** The string literals of a source, those that a plus sign joins as one. */
    private static List<String> literals(String source) {
        List<String> literals = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(source.replaceAll("\"\\s*\\+\\s*\"", ""));
        while (matcher.find()) {
            literals.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return literals;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
