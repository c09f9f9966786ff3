/**
 * Resolves what was extracted from an article to known actors, dates, links and events. Proposes what is new and never
 * writes.
 */
@NullMarked
package org.rostrum.resolution;

import org.jspecify.annotations.NullMarked;
