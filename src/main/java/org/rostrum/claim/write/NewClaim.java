package org.rostrum.claim.write;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rostrum.article.Article;

/**
 * A valid claim that a person records.
 *
 * @param article the article that makes it, as read in the running transaction
 * @param draft the claim
 * @param repliesTo the key of the claim that it answers
 * @param events the keys of the events that it is about, each once
 */
public record NewClaim(Article article, ClaimDraft draft, Optional<UUID> repliesTo, List<UUID> events) {}
