/**
 * Who changed what, in the order of commits: the change log, its GraphQL types, and the notification of subscribers.
 * Knows records by type and key only.
 */
@NullMarked
package org.rostrum.history;

import org.jspecify.annotations.NullMarked;
