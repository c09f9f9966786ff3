/** Finds the claims of different articles that report the same utterance, and groups them. */
@NullMarked
package org.rostrum.claim.report;

import org.jspecify.annotations.NullMarked;
