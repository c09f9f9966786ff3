/** JSON in UTF-8 without intermediate objects. Knows GraphQL's scalars and enums, and nothing else of the engine. */
@NullMarked
package org.rostrum.engine.json;

import org.jspecify.annotations.NullMarked;
