/** The posts of actors: stores what people and reference data say, and what articles attest. */
@NullMarked
package org.rostrum.actor.affiliation;

import org.jspecify.annotations.NullMarked;
