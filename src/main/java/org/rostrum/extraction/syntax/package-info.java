/**
 * Tokens, parts of speech and dependencies. The model file is made by {@code Training} among the tests; changing a
 * feature requires training it anew.
 */
@NullMarked
package org.rostrum.extraction.syntax;

import org.jspecify.annotations.NullMarked;
