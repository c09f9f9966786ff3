/** Documents before execution: limits, parsing, validation, and the schema they are validated against. */
package org.rostrum.engine.document;
