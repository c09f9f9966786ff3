package org.rostrum.http;

/**
 * The text of the document that a request means.
 *
 * @param text      the document
 * @param persisted whether the request named it without sending it
 */
record ResolvedDocument(String text, boolean persisted) {}
