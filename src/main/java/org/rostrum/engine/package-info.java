/**
 * Executes GraphQL requests: prepares documents, caches plans, runs them and maps errors to codes. Knows no type of the
 * schema and nothing of HTTP.
 */
@NullMarked
package org.rostrum.engine;

import org.jspecify.annotations.NullMarked;
