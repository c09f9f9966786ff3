package org.rostrum.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.UserError;

/** What became of a submitted article. */
public sealed interface SubmissionResult {

    /**
     * The article is stored.
     *
     * @param article the article's key
     * @param extractionSkipped why nothing was extracted from the text, in words for people; null where something was,
     *     or was not wanted
     */
    record Stored(UUID article, @Nullable String extractionSkipped) implements SubmissionResult {}

    /**
     * An article with the same url or body was stored before; nothing was changed.
     *
     * @param article that article's key
     */
    record AlreadyKnown(UUID article) implements SubmissionResult {}

    /** The input refers to something that does not exist; nothing was stored. */
    record UnknownReference(UserError error) implements SubmissionResult {}
}
