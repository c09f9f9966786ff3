/**
 * Subjects and noun phrases in a parsed sentence. Shared by attribution, coreference and events; knows none of them.
 */
@NullMarked
package org.rostrum.extraction.phrase;

import org.jspecify.annotations.NullMarked;
