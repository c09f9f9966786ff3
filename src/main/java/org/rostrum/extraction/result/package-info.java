/** What an extraction returns: immutable records, which resolution and intake read. */
package org.rostrum.extraction.result;
