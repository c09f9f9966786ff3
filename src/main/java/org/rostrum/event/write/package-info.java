/**
 * Records and changes events, each in its caller's transaction, and decides whether two articles report the same one.
 */
package org.rostrum.event.write;
