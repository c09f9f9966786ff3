/** Classifies offices by the patterns in {@code reference/offices.tsv}. Without state and without a database. */
@NullMarked
package org.rostrum.actor.office;

import org.jspecify.annotations.NullMarked;
