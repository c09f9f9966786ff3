package org.rostrum.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.article.Article;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.record.BaseEntity;

/**
 * A place in an article that proves a claim: the Web Annotation data model's TextPositionSelector (start, end) and
 * TextQuoteSelector (exact, prefix, suffix), https://www.w3.org/TR/annotation-model/.
 */
@Entity
@Description("A place in the article that proves a claim, by position and by wording (W3C Web Annotation selectors).")
public class Evidence extends BaseEntity implements Node {

    /** The prefix of ids of evidence. */
    public static final String PREFIX = "evidence";

    /** The length of the prefix and of the suffix, in UTF-16 code units. */
    private static final int CONTEXT = 32;

    @Ignore
    @Column(name = "claim_id", nullable = false)
    public UUID claimKey;

    @Ignore
    @Column(name = "article_id", nullable = false)
    public UUID articleKey;

    @Ignore
    @Column(name = "body_length", nullable = false)
    public int bodyLength;

    /** Where the place begins, in UTF-16 code units from the body's start. */
    @Column(name = "start_offset", nullable = false)
    @NonNull
    @Description("Where it begins, in UTF-16 code units from the start of the body.")
    public Integer start;

    /** Where the place ends, exclusive. */
    @Column(name = "end_offset", nullable = false)
    @NonNull
    @Description("Where it ends, in UTF-16 code units from the start of the body, exclusive.")
    public Integer end;

    /** The words between start and end. */
    @NonNull
    @Description("The words between start and end.")
    public String exact;

    /** The words before. */
    @NonNull
    @Description("The words just before, at most 32 UTF-16 code units.")
    public String prefix;

    /** The words after. */
    @NonNull
    @Description("The words just behind, at most 32 UTF-16 code units.")
    public String suffix;

    /** New evidence of a claim in a span of an article's body. */
    public static Evidence of(UUID claimKey, Article article, TextSpan span) {
        Evidence evidence = BaseEntity.initialized(new Evidence());
        evidence.claimKey = claimKey;
        evidence.articleKey = article.key;
        evidence.bodyLength = article.bodyLength;
        evidence.start = span.start();
        evidence.end = span.end();
        evidence.exact = article.body.substring(span.start(), span.end());
        evidence.prefix = article.body.substring(wholeFrom(article.body, span.start() - CONTEXT), span.start());
        evidence.suffix = article.body.substring(span.end(), wholeTo(article.body, span.end() + CONTEXT));
        return evidence;
    }

    /** The span between start and end. */
    public TextSpan span() {
        return new TextSpan(start, end);
    }

    private static int wholeFrom(String body, int at) {
        int start = Math.max(0, at);
        return start > 0 && Character.isLowSurrogate(body.charAt(start)) ? start + 1 : start;
    }

    private static int wholeTo(String body, int at) {
        int end = Math.min(body.length(), at);
        return end < body.length() && Character.isLowSurrogate(body.charAt(end)) ? end - 1 : end;
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
