/**
 * What the mentions of one article are resolved with: its persons, its names, and the candidates that the database has
 * for them.
 */
@NullMarked
package org.rostrum.resolution.context;

import org.jspecify.annotations.NullMarked;
