/** Splits paragraphs into sentences, with utterances that are quoted as a whole taken out. */
package org.rostrum.extraction.sentence;
