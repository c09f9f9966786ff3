/** Validation of mutations' inputs, field by field. Shared by all rooms with mutations; checks that need the database belong to those. */
package org.rostrum.graph.input;
