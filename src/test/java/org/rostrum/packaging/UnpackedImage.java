package org.rostrum.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A container image in a tar file, laid out in a directory as it would be in a container.
 *
 * @param root the directory that has the image's files
 * @param config the image's configuration: its entrypoint, environment, user and so on
 * @param layers the files of each layer, lowest first, by their paths in the image
 * @param modes the mode of every file and directory in the image
 */
record UnpackedImage(Path root, JsonNode config, List<Set<String>> layers, Map<String, Integer> modes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("(|-D[\\w.]+=)(/.*)");

    /**
     * Unpacks an image.
     *
     * @param archive an image as {@code docker save} writes it
     * @param work an empty directory
     */
    static UnpackedImage of(Path archive, Path work) throws IOException {
        Path parts = Files.createDirectory(work.resolve("parts"));
        Path root = Files.createDirectory(work.resolve("root"));
        unpack(Files.newInputStream(archive), parts, new TreeMap<>());
        JsonNode manifest =
                JSON.readTree(parts.resolve("manifest.json").toFile()).get(0);
        List<Set<String>> layers = new ArrayList<>();
        Map<String, Integer> modes = new TreeMap<>();
        for (JsonNode layer : manifest.get("Layers")) {
            layers.add(unpack(new GZIPInputStream(Files.newInputStream(parts.resolve(layer.asText()))), root, modes));
        }
        return new UnpackedImage(
                root,
                JSON.readTree(parts.resolve(manifest.get("Config").asText()).toFile())
                        .get("config"),
                layers,
                modes);
    }

    private static Set<String> unpack(InputStream archive, Path directory, Map<String, Integer> modes)
            throws IOException {
        Set<String> files = new TreeSet<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(archive))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(entry.getName() + " is outside of the image");
                }
                String path = "/" + directory.relativize(target);
                modes.put(path, entry.getMode() & 0777);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                    files.add(path);
                }
                Files.setPosixFilePermissions(target, permissions(entry.getMode()));
            }
        }
        return files;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        // From the owner's right to read down to the right of others to execute, as the bits are.
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                set.add(all[i]);
            }
        }
        return set;
    }

    /** Where a path of the image is, alone or as the value of a system property; a text without one stays as it is. */
    String located(String text) {
        Matcher path = PATH.matcher(text);
        return path.matches() ? path.group(1) + root + path.group(2) : text;
    }

    /** The texts of a list in the configuration. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        config.get(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
