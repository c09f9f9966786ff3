/** The GraphQL fields of articles and their deletion. Articles come in through {@link org.rostrum.intake}. */
@NullMarked
package org.rostrum.article.api;

import org.jspecify.annotations.NullMarked;
