/** Compares what a new extraction of an article finds with its stored claims. What people decided stays as it is. */
@NullMarked
package org.rostrum.claim.reconciliation;

import org.jspecify.annotations.NullMarked;
