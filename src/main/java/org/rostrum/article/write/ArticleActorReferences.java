package org.rostrum.article.write;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.rostrum.actor.merge.MergeableReference;
import org.rostrum.actor.merge.ReferenceColumn;
import org.rostrum.actor.merge.ReferenceColumn.MoveListener;

/** The references from articles to their publishers, for merges. */
@Singleton
class ArticleActorReferences {

    @Produces
    @Singleton
    MergeableReference publisher(EntityManager entities) {
        return new ReferenceColumn("PUBLISHER", "Article", "publisherKey", entities, MoveListener.NONE);
    }
}
