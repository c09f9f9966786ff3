package org.rostrum.http.persisted;

/**
 * The document that a request names or contains.
 *
 * @param text its text
 * @param persisted whether the request named it without sending it
 */
public record ResolvedDocument(String text, boolean persisted) {}
