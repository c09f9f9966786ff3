/** Writes fetched data as JSON and collects the field errors, in the order of the response. */
@NullMarked
package org.rostrum.engine.response;

import org.jspecify.annotations.NullMarked;
