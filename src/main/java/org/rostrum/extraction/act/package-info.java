/**
 * Classifies the speech act of a statement and how it relates to another one. The patterns are in {@code acts.tsv} and
 * {@code answers.tsv}.
 */
@NullMarked
package org.rostrum.extraction.act;

import org.jspecify.annotations.NullMarked;
