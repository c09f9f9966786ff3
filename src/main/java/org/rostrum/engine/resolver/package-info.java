/** How values of fields are fetched: a property of the parent, or a method for all parents at once. */
@NullMarked
package org.rostrum.engine.resolver;

import org.jspecify.annotations.NullMarked;
