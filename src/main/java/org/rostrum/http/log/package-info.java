/**
 * The filter of all log handlers that keeps untrusted text from forging or flooding the log. It depends on nothing else
 * of http.
 */
@NullMarked
package org.rostrum.http.log;

import org.jspecify.annotations.NullMarked;
