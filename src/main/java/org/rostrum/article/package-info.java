/**
 * The entity of articles with its GraphQL types, and the event of an article's deletion. A stored body never changes:
 * evidence holds offsets into it.
 */
@NullMarked
package org.rostrum.article;

import org.jspecify.annotations.NullMarked;
