/** The filter of all log handlers that keeps untrusted text from forging or flooding the log. It depends on nothing else of http. */
package org.rostrum.http.log;
