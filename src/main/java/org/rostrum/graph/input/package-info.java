/**
 * Validation of mutations' inputs, field by field. Shared by all rooms with mutations; checks that need the database
 * belong to those.
 */
@NullMarked
package org.rostrum.graph.input;

import org.jspecify.annotations.NullMarked;
