package org.rostrum.http.persisted;

import org.jspecify.annotations.Nullable;

/**
 * The document that a request names or contains.
 *
 * @param text      its text
 * @param persisted whether the request named it without sending it
 */
public record ResolvedDocument(@Nullable String text, boolean persisted) {}
