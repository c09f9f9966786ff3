/** Reads actors and posts for whole sets: repositories, filters, orders and node loaders. Nothing here writes. */
package org.rostrum.actor.read;
