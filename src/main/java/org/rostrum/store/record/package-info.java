/**
 * How entities are described and read: base classes, column mappings, and the selection of fields that decides what is
 * read. No SQL is run here.
 */
@NullMarked
package org.rostrum.store.record;

import org.jspecify.annotations.NullMarked;
