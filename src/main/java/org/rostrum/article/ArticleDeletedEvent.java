package org.rostrum.article;

import java.util.UUID;

/**
 * Fired synchronously in the transaction that deletes an article, just before its row goes: each room that refers to
 * articles observes it and deletes its own rows.
 *
 * @param article the article's key
 */
public record ArticleDeletedEvent(UUID article) {}
