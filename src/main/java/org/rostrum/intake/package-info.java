/**
 * How articles come in: the mutations, the stored article with its publisher, and the command that extracts from files.
 * Nothing depends on this package.
 */
@NullMarked
package org.rostrum.intake;

import org.jspecify.annotations.NullMarked;
