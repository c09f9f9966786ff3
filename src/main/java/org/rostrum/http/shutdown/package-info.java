/** How the server stops: new requests are refused, and running ones end first. */
@NullMarked
package org.rostrum.http.shutdown;

import org.jspecify.annotations.NullMarked;
