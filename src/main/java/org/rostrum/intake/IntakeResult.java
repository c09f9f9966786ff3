package org.rostrum.intake;

import java.util.UUID;

/**
 * An article that was taken in.
 *
 * @param key          the article's key
 * @param alreadyKnown whether it was there before
 * @param skipped      why no statements were looked for, though they were asked for; null otherwise
 */
public record IntakeResult(UUID key, boolean alreadyKnown, String skipped) {}
