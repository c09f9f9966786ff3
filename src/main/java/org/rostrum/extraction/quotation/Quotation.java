package org.rostrum.extraction.quotation;

/**
 * A stretch of text in quotation marks, inside one paragraph.
 *
 * @param start  of the opening mark, in UTF-16 code units
 * @param end    behind the closing mark, or the paragraph's end where the quotation goes on in the next one
 * @param inner  where the quoted words begin
 * @param outer  where the quoted words end
 * @param whole  whether it is an utterance of its own, attributed by words around it ("…," he said), and no part of a sentence
 *               (a "peace plan")
 * @param goesOn whether it goes on with the next paragraph's first quotation
 */
public record Quotation(int start, int end, int inner, int outer, boolean whole, boolean goesOn) {}
