/** Reads articles for whole sets: the repository, filter and order. Nothing here writes. */
package org.rostrum.article.read;
