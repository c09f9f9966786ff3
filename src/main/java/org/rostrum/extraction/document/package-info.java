/** The text before it is analysed: mark-up, language and paragraphs. Offsets map back to the raw text. */
@NullMarked
package org.rostrum.extraction.document;

import org.jspecify.annotations.NullMarked;
