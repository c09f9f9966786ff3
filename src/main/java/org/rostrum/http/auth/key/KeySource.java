package org.rostrum.http.auth.key;

import io.smallrye.jwt.auth.principal.AbstractKeyLocationResolver;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.http.Get;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Where the text of verification keys is read from. */
public interface KeySource {

    /** Reads the current text. */
    String read() throws IOException;

    /** Changes whenever the text does; empty where only reading would tell. */
    default Optional<Object> version() {
        return Optional.empty();
    }

    /** Whether reading takes the network. */
    default boolean isRemote() {
        return false;
    }

    /**
     * The source that a location names: a url, a file (with or without {@code file:}), or a resource of the class path.
     *
     * @param settings how to fetch from urls: trusted certificates and hosts, proxy; null where the source is not read
     *     from yet
     */
    static KeySource at(String location, @Nullable JWTAuthContextInfo settings) {
        if (location.startsWith("http:") || location.startsWith("https:")) {
            return new Url(location, settings);
        }
        if (location.startsWith("classpath:")) {
            return new Resource(location.substring("classpath:".length()));
        }
        Path file = location.startsWith("file:///")
                ? Path.of(URI.create(location))
                : Path.of(location.replaceFirst("^file:", ""));
        return !location.startsWith("file:") && !Files.exists(file) && Resource.exists(location)
                ? new Resource(location)
                : new LocalFile(file);
    }

    /** A file, which may be replaced while the server runs. */
    record LocalFile(Path file) implements KeySource {

        private record Version(Object modified, long size, Object fileKey) {}

        @Override
        public String read() throws IOException {
            try {
                return Files.readString(file);
            } catch (NoSuchFileException e) {
                throw new IOException("there is no such file", e);
            }
        }

        @Override
        public Optional<Object> version() {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Version(now.lastModifiedTime(), now.size(), now.fileKey()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** A resource on the class path. */
    record Resource(String name) implements KeySource {

        private static @Nullable InputStream open(String name) {
            return Thread.currentThread().getContextClassLoader().getResourceAsStream(name.replaceFirst("^/", ""));
        }

        static boolean exists(String name) {
            try (InputStream in = open(name)) {
                return in != null;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public String read() throws IOException {
            try (InputStream in = open(name)) {
                if (in == null) {
                    throw new IOException("there is no such resource");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** A url, fetched with the platform's settings for TLS and proxies. */
    final class Url implements KeySource {
        /** How long a fetch waits for the connection, and then for each packet of the response. */
        private static final int TIMEOUT_MILLIS = 3_000;

        private static final int MAX_BYTES = 1_000_000;

        private final String url;
        private final @Nullable JWTAuthContextInfo settings;

        Url(String url, @Nullable JWTAuthContextInfo settings) {
            this.url = url;
            this.settings = settings;
        }

        @Override
        public String read() throws IOException {
            try {
                Get get = new ConfiguredGet(Objects.requireNonNull(settings, "a source that is read has settings"))
                        .get(url);
                get.setConnectTimeout(TIMEOUT_MILLIS);
                get.setReadTimeout(TIMEOUT_MILLIS);
                get.setRetries(0);
                get.setResponseBodySizeLimit(MAX_BYTES);
                return get.get(url).getBody();
            } catch (UnresolvableKeyException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isRemote() {
            return true;
        }

        /** Gives access to the set-up of requests, which the platform keeps to its subclasses. */
        private static final class ConfiguredGet extends AbstractKeyLocationResolver {
            private final Get get = new Get();

            ConfiguredGet(JWTAuthContextInfo settings) throws UnresolvableKeyException {
                super(settings);
            }

            @Override
            protected Get getHttpGet() {
                return get;
            }

            Get get(String url) throws IOException {
                initializeHttpsJwks(url);
                return get;
            }
        }
    }
}
