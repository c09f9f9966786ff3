/**
 * Resolves names of persons: compares each person of an article with the candidates, and proposes those whom nobody
 * knows.
 */
@NullMarked
package org.rostrum.resolution.person;

import org.jspecify.annotations.NullMarked;
