/** Finds names and resolves pronouns and descriptions to names in the same text. Knows no actor outside of the text. */
@NullMarked
package org.rostrum.extraction.coref;

import org.jspecify.annotations.NullMarked;
