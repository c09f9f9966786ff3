package org.rostrum.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rostrum.article.Article;

/**
 * An article to be stored. Its values are valid, as far as that shows without the database.
 *
 * @param url an absolute http or https url, or null
 * @param headline not blank
 * @param publishedAt to the microsecond
 * @param language a BCP 47 tag in canonical form
 * @param body not blank
 * @param extract whether statements and events are to be extracted from the body
 */
public record SubmittedArticle(
        @Nullable String url,
        String headline,
        PublisherReference publisher,
        Instant publishedAt,
        String language,
        String body,
        boolean extract) {

    /** The day of publication in UTC. */
    LocalDate publishedOn() {
        return Article.publishedOn(publishedAt);
    }
}
