package org.rostrum.actor.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files in {@code /reference}. */
public final class ReferenceFiles {

  private ReferenceFiles() {}

  public static byte[] content(String name) {
    try (InputStream in = Objects.requireNonNull(ReferenceFiles.class.getResourceAsStream("/reference/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's lines, without blank ones and remarks. */
  static List<String> lines(String name) {
    return new String(content(name), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }
}
