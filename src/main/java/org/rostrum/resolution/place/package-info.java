/** Resolves names of places to countries. */
package org.rostrum.resolution.place;
