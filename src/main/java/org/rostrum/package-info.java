/** The entry point: starts the server, or runs one of the commands that the first argument names. */
@NullMarked
package org.rostrum;

import org.jspecify.annotations.NullMarked;
