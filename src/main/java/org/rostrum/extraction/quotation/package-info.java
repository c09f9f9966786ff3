/** Finds quotations, and classifies whether a statement is in the speaker's words or the article's. */
@NullMarked
package org.rostrum.extraction.quotation;

import org.jspecify.annotations.NullMarked;
