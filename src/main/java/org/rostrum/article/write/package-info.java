/**
 * Moves articles' references to publishers when actors are merged. Articles themselves are stored by
 * {@link org.rostrum.intake}.
 */
@NullMarked
package org.rostrum.article.write;

import org.jspecify.annotations.NullMarked;
