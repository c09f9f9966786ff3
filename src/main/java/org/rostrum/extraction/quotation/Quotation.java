package org.rostrum.extraction.quotation;

/**
 * A part of a text in quotation marks, within one paragraph.
 *
 * @param start of the opening mark, in UTF-16 code units
 * @param end after the closing mark, or the paragraph's end where the quotation continues in the next one
 * @param inner where the quoted words begin
 * @param outer where the quoted words end
 * @param whole whether it is an utterance of its own, attributed by words around it ("…," he said), and no part of a
 *     sentence (a "peace plan")
 * @param goesOn whether it continues with the next paragraph's first quotation
 */
public record Quotation(int start, int end, int inner, int outer, boolean whole, boolean goesOn) {}
