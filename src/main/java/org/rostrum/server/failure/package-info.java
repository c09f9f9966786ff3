/**
 * Why the server cannot start, in one line for its operator. Every failure that an operator can fix should have its
 * line here.
 */
@NullMarked
package org.rostrum.server.failure;

import org.jspecify.annotations.NullMarked;
