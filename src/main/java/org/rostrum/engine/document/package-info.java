/** Documents before execution: limits, parsing, validation, and the schema they are validated against. */
@NullMarked
package org.rostrum.engine.document;

import org.jspecify.annotations.NullMarked;
