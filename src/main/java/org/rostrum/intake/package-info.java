/**
 * How articles come in: the mutations, the pipeline from a text to records, the sample data, and the command that
 * extracts from files. Nothing depends on this package.
 */
@NullMarked
package org.rostrum.intake;

import org.jspecify.annotations.NullMarked;
