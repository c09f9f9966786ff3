/**
 * Resolves what was extracted from an article to known actors, dates, links and events. Proposes what is new and
 * never writes.
 */
package org.rostrum.resolution;
