package org.rostrum.http.persisted;

/**
 * The text of the document that a request means.
 *
 * @param text      the document
 * @param persisted whether the request named it without sending it
 */
public record ResolvedDocument(String text, boolean persisted) {}
