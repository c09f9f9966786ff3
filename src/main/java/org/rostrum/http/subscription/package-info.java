/** Runs subscriptions for the transports: one session for each operation, without anything of a transport in it. */
@NullMarked
package org.rostrum.http.subscription;

import org.jspecify.annotations.NullMarked;
