/** Writing: transactions with retries, locks on keys, and durable commits on H2. */
package org.rostrum.store.tx;
