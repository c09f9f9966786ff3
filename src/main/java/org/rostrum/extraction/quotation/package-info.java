/** Finds quotations, and classifies whether a statement is in the speaker's words or the article's. */
package org.rostrum.extraction.quotation;
