/** What an extraction returns: immutable records, which resolution and intake read. */
@NullMarked
package org.rostrum.extraction.result;

import org.jspecify.annotations.NullMarked;
