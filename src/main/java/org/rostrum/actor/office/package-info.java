/** Classifies offices by the patterns in {@code reference/offices.tsv}. Without state and without a database. */
package org.rostrum.actor.office;
