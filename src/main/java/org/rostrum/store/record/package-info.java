/** How entities are described and read: base classes, column mappings, and the selection of fields that decides what is read. No SQL is run here. */
package org.rostrum.store.record;
