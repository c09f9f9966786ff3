package org.rostrum.actor.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rostrum.actor.Affiliation;
import org.rostrum.article.ArticleDeletedEvent;

/** Clears the source of affiliations that were read in an article that is deleted; the affiliations stay. */
@ApplicationScoped
class AffiliationSources {

    void onArticleDeleted(@Observes ArticleDeletedEvent deleted) {
        Affiliation.update("sourceKey = null where sourceKey = ?1", deleted.article());
    }
}
