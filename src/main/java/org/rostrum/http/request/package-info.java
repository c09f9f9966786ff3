/**
 * Requests as they arrive: their bodies within bounds of memory and time, their JSON, and the HTTP statuses of their
 * responses. No document is parsed or run here.
 */
@NullMarked
package org.rostrum.http.request;

import org.jspecify.annotations.NullMarked;
