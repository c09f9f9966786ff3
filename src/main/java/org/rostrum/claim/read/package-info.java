/**
 * Reads claims for whole sets: repositories, filters, orders, node loaders and the feed of changes for subscriptions.
 * Nothing here writes.
 */
@NullMarked
package org.rostrum.claim.read;

import org.jspecify.annotations.NullMarked;
