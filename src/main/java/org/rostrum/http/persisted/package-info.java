/**
 * Persisted documents: where the text of a request's document comes from when the request only names it. Which of them
 * may run is decided here; parsing them is the engine's.
 */
@NullMarked
package org.rostrum.http.persisted;

import org.jspecify.annotations.NullMarked;
