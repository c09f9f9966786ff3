/**
 * Full-text search over all records, and PostgreSQL's index for it. Reads the tables of the record rooms and writes no
 * row of them.
 */
@NullMarked
package org.rostrum.search;

import org.jspecify.annotations.NullMarked;
