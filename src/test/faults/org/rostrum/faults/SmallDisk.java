package org.rostrum.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that is quickly full. Needs the right to mount one. */
final class SmallDisk {

    private static final String SIZE = "192m";

    private SmallDisk() {}

    /** Mounts one; the reason where that cannot be done, null where it was. */
    static String mount(Path place) {
        return run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "rostrum-faults", place.toString()));
    }

    static void unmount(Path place) {
        run(List.of("umount", "-l", place.toString()));
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? null : "no file system of a fixed size can be mounted here: " + output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (IOException e) {
            return "no file system of a fixed size can be mounted here: " + e.getMessage();
        }
    }
}
