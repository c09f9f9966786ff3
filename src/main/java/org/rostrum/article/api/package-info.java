/** The GraphQL fields of articles and their deletion. Articles come in through {@link org.rostrum.intake}. */
package org.rostrum.article.api;
