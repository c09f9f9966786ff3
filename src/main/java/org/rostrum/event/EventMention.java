package org.rostrum.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.article.Article;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.record.BaseEntity;

/** Where an article tells of an event. */
@Entity
@Table(name = "event_mention")
@Description("Where an article tells of an event, by UTF-16 code units of its body.")
public class EventMention extends BaseEntity implements Node {

    /** The prefix of mentions' ids. */
    public static final String PREFIX = "mention";

    @Ignore
    @Column(name = "event_id", nullable = false)
    public UUID eventKey;

    @Ignore
    @Column(name = "article_id", nullable = false)
    public UUID articleKey;

    @Ignore
    @Column(name = "body_length", nullable = false)
    public int bodyLength;

    /** Where it begins. */
    @NonNull
    @Column(name = "start_offset", nullable = false)
    @Description("Where it begins, from the start of the body.")
    public Integer start;

    /** Where it ends. */
    @NonNull
    @Column(name = "end_offset", nullable = false)
    @Description("Where it ends, exclusive.")
    public Integer end;

    /** The words that stand there. */
    @NonNull
    @Description("The words that stand there.")
    public String exact;

    /** A mention of an event at a span of an article's body; not yet persisted. */
    public static EventMention of(UUID event, Article article, int start, int end) {
        EventMention mention = BaseEntity.initialized(new EventMention());
        mention.eventKey = event;
        mention.articleKey = article.key;
        mention.bodyLength = article.bodyLength;
        mention.start = start;
        mention.end = end;
        mention.exact = article.body.substring(start, end);
        return mention;
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
