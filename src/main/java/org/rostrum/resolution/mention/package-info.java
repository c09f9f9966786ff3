/**
 * Parses mentions into name, office, owner and post, by the words in {@code resolution/words.tsv}. Without a database.
 */
@NullMarked
package org.rostrum.resolution.mention;

import org.jspecify.annotations.NullMarked;
