/** The keys of bearer tokens: where they are read from, in which formats, and when they are read again. */
@NullMarked
package org.rostrum.http.auth.key;

import org.jspecify.annotations.NullMarked;
