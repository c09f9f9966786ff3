/**
 * What all transports do with a request that was read: resolve its document, prepare its operation, run it, encode the
 * response and record metrics and the access log. No transport's rules are in here.
 */
@NullMarked
package org.rostrum.http.operation;

import org.jspecify.annotations.NullMarked;
