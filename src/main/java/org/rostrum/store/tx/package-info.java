/** Writing: transactions with retries, locks on keys, and durable commits on H2. */
@NullMarked
package org.rostrum.store.tx;

import org.jspecify.annotations.NullMarked;
