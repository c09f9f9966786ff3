package org.rostrum.event.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rostrum.article.ArticleDeletedEvent;
import org.rostrum.event.EventMention;

/** Deletes the mentions of events in an article that is deleted; the events stay. */
@ApplicationScoped
class ArticleEventMentions {

    void onArticleDeleted(@Observes ArticleDeletedEvent deleted) {
        EventMention.delete("articleKey", deleted.article());
    }
}
