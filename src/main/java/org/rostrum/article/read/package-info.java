/** Reads articles for whole sets: the repository, filter and order. Nothing here writes. */
@NullMarked
package org.rostrum.article.read;

import org.jspecify.annotations.NullMarked;
