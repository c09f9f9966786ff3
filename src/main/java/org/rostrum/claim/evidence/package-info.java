/** The evidence of claims: stores its spans, and derives a claim's text from them. */
@NullMarked
package org.rostrum.claim.evidence;

import org.jspecify.annotations.NullMarked;
