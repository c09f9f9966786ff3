package org.rostrum.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.SearchResult;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.Sha256;
import org.rostrum.store.record.AuthoredEntity;

/** One published text. Its body never changes: offsets point into it. */
@Entity
@Description("One published text. Its body never changes once stored: the offsets of evidence point into it.")
public class Article extends AuthoredEntity implements Node, SearchResult {

    /** The prefix of articles' ids. */
    public static final String PREFIX = "article";

    /** Where it is published. */
    @Description("Where it is published.")
    public @Nullable String url;

    /** The headline. */
    @NonNull
    @Description("The headline.")
    public String headline;

    @Ignore
    @Column(name = "publisher_id", nullable = false)
    public UUID publisherKey;

    /** When it was published. */
    @Column(name = "published_at", nullable = false)
    @NonNull
    @Description("When it was published.")
    public Instant publishedAt;

    /** BCP 47 tag of the language it is written in. */
    @NonNull
    @Description("The language it is written in, as a BCP 47 tag.")
    public String language;

    /** The text. */
    @NonNull
    @Description("The text, as it was submitted.")
    public String body;

    /** The body's length in UTF-16 code units. */
    @Column(name = "body_length", nullable = false)
    @NonNull
    @Description("The length of the body in UTF-16 code units, the unit of all offsets.")
    public Integer bodyLength;

    @Ignore
    @Column(name = "body_hash", nullable = false)
    public String bodyHash;

    /** The day of publication in UTC, against which dates in the text are resolved. */
    public LocalDate publishedOn() {
        return publishedOn(publishedAt);
    }

    /** The day in UTC of a time of publication. */
    public static LocalDate publishedOn(Instant publishedAt) {
        return publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Sets the body and what is derived from it. */
    public void write(String text) {
        body = text;
        bodyLength = text.length();
        bodyHash = hash(text);
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal: equal bodies have equal hashes. */
    public static String hash(String text) {
        return Sha256.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
