package org.rostrum.server.settings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rostrum.server.failure.StartupException;
import org.rostrum.server.failure.StartupFailure;
import org.rostrum.store.DatabaseUrl;

/**
 * The directory in which the server keeps its data unless it uses a remote database: the user's own, apart from the
 * program, so that neither a new build nor a new version touches it.
 */
public final class DataDirectory {

    /** The setting that names it. */
    public static final String SETTING = "rostrum.data";

    private static final String PROGRAM = "rostrum";
    private static final String DATABASE = "rostrum" + DatabaseUrl.H2_FILE_ENDING;

    private DataDirectory() {}

    /** Resolves a setting's value to an absolute path, with the user's home for {@code ~}. */
    static Path resolve(String setting, Path home) {
        boolean inHome = setting.equals("~") || setting.startsWith("~/");
        return (inHome ? home.resolve(setting.substring(Math.min(2, setting.length()))) : Path.of(setting))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * The default directory, by the XDG Base Directory Specification and the conventions of macOS and Windows.
     *
     * @param system the operating system's name, as in the system property os.name
     * @param environment the environment's variables
     * @param home the user's home
     */
    static Path standard(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support").resolve(PROGRAM);
        }
        if (name.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null || local.isBlank() ? home.resolve("AppData/Local") : Path.of(local)).resolve(PROGRAM);
        }
        String data = environment.get("XDG_DATA_HOME");
        // The XDG specification requires that relative paths are ignored.
        boolean isUsable = data != null && Path.of(data).isAbsolute();
        return (isUsable ? Path.of(data) : home.resolve(".local/share")).resolve(PROGRAM);
    }

    /** The directory of a database's file. */
    public static Path of(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
    }

    /**
     * Creates the directory of a database's file where there is none, accessible to this user only, and checks that
     * both are writable.
     *
     * @param file the database's file, which need not exist
     * @throws StartupException when they are not
     */
    public static void prepare(Path file) {
        Path directory = of(file);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
        } catch (IOException e) {
            throw new StartupException("the data directory " + directory + " cannot be written ("
                    + StartupFailure.reason(e) + "); give this user the right to, or set " + SETTING + " ("
                    + Setting.variable(SETTING) + ") to another");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new StartupException("the database " + file + " cannot be written; give this user the right to");
        }
    }

    /**
     * Directories with a database where earlier versions kept it: {@code data} in the working directory, or in the
     * build.
     *
     * @param start the working directory
     * @param jar the directory of the program
     * @param chosen the directory in use, which is left out
     */
    public static List<Path> earlier(Path start, Path jar, Path chosen) {
        Set<Path> places = new LinkedHashSet<>();
        for (Path place :
                List.of(start.resolve("data"), start.resolve("target/quarkus-app/data"), jar.resolve("data"))) {
            Path directory = place.toAbsolutePath().normalize();
            if (!directory.equals(chosen) && Files.exists(directory.resolve(DATABASE))) {
                places.add(directory);
            }
        }
        return List.copyOf(places);
    }

    /** Whether a data directory contains a database. */
    public static boolean holdsDatabase(Path directory) {
        return Files.exists(directory.resolve(DATABASE));
    }

    /** A path in the notation of settings: with forward slashes on every system. */
    public static String toSettingValue(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
