/**
 * Loads the reference files at start-up and stores which version of each the database holds. What people changed is
 * left alone.
 */
@NullMarked
package org.rostrum.actor.reference;

import org.jspecify.annotations.NullMarked;
