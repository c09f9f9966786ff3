/**
 * Parses mentions into name, office, owner and post, by the words in {@code resolution/words.tsv}. Without a
 * database.
 */
package org.rostrum.resolution.mention;
