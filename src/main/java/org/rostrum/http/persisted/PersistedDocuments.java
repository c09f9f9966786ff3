package org.rostrum.http.persisted;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.value.Sha256;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Persisted documents: trusted ones from the manifests of front-end builds, and those that clients register by Apollo's
 * automatic persisted queries.
 */
@ApplicationScoped
public class PersistedDocuments {

    private static final Logger LOG = Logger.getLogger(PersistedDocuments.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String ALGORITHM = "sha256:";
    /** The capacity of registered documents, in UTF-16 code units; rarely used entries are evicted first. */
    private static final long MAX_REGISTERED = 8_000_000;
    /** What an entry counts beside its text. */
    private static final int ENTRY_OVERHEAD = 500;

    private static final String NOT_FOUND = "PERSISTED_DOCUMENT_NOT_FOUND";

    private final List<Path> manifests;
    private final boolean trustedOnly;
    private final Cache<String, String> registered = Caffeine.newBuilder()
            .maximumWeight(MAX_REGISTERED)
            .<String, String>weigher((hash, text) -> ENTRY_OVERHEAD + text.length())
            .build();
    private volatile Map<String, String> trusted = Map.of();

    PersistedDocuments(
            @ConfigProperty(name = "rostrum.documents.manifests") Optional<List<Path>> manifests,
            @ConfigProperty(name = "rostrum.documents.trusted-only") boolean trustedOnly) {
        this.manifests = manifests.orElse(List.of());
        this.trustedOnly = trustedOnly;
    }

    void onStart(@Observes StartupEvent event) {
        Map<String, String> documents = new HashMap<>();
        for (Path manifest : manifests) {
            try {
                new ObjectMapper()
                        .readValue(Files.readString(manifest), new TypeReference<Map<String, String>>() {})
                        .forEach((id, text) -> documents.put(hashOf(id), text));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "rostrum.documents.manifests: " + manifest + " is not a JSON object of documents by their ids: "
                                + e.getMessage(),
                        e);
            }
        }
        if (trustedOnly && documents.isEmpty()) {
            throw new IllegalStateException(
                    "rostrum.documents.trusted-only needs rostrum.documents.manifests with documents in them");
        }
        if (!documents.isEmpty()) {
            LOG.infof("%d trusted documents%s", documents.size(), trustedOnly ? "; no others are run" : "");
        }
        trusted = Map.copyOf(documents);
    }

    /**
     * Finds the text of a request's document, and registers it where the client asks for that.
     *
     * @throws RequestRejectedException when there is no such document, or it may not be run
     */
    public ResolvedDocument resolve(GraphQLRequest request) {
        if (request.documentId() != null) {
            return new ResolvedDocument(trusted(request.documentId()), true);
        }
        String hash = request.persistedHash();
        String query = request.query();
        if (hash != null && query == null) {
            return new ResolvedDocument(registered(hash), true);
        }
        Objects.requireNonNull(query, "a request has a query, a documentId or a hash");
        if (hash != null) {
            register(hash, query);
        }
        if (trustedOnly && !isTrusted(query)) {
            throw untrusted();
        }
        return new ResolvedDocument(query, false);
    }

    private boolean isTrusted(String text) {
        return text.equals(trusted.get(sha256(text)));
    }

    private String trusted(String id) {
        String text = trusted.get(hashOf(id));
        if (text == null) {
            throw new RequestRejectedException(
                    HttpStatus.NOT_FOUND, NOT_FOUND, "documentId: there is no trusted document with this id");
        }
        return text;
    }

    private String registered(String hash) {
        String text = trusted.getOrDefault(hash.toLowerCase(Locale.ROOT), registered.getIfPresent(hash));
        if (text == null) {
            // Apollo's protocol requires this very message, with status 200.
            throw new RequestRejectedException(HttpStatus.OK, ApiError.of(NOT_FOUND, "PersistedQueryNotFound"));
        }
        return text;
    }

    private void register(String hash, String text) {
        if (!SHA256.matcher(hash).matches() || !hash.equals(sha256(text))) {
            throw RequestRejectedException.malformed(
                    "extensions.persistedQuery.sha256Hash: is not the SHA-256 of the query, in lower-case hexadecimal");
        }
        if (!trustedOnly) {
            registered.put(hash, text);
        }
    }

    private static RequestRejectedException untrusted() {
        return new RequestRejectedException(
                HttpStatus.FORBIDDEN,
                "PERSISTED_DOCUMENT_REQUIRED",
                "this server runs trusted documents only: send the documentId of one");
    }

    private static String sha256(String text) {
        return Sha256.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A document's id without the algorithm, which some front-end compilers write before the hash. */
    private static String hashOf(String id) {
        return id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
    }
}
