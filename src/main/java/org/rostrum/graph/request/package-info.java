/**
 * The state and the limits of one request, bound to its thread, and what subscriptions read from. Knows neither HTTP
 * nor any GraphQL type.
 */
@NullMarked
package org.rostrum.graph.request;

import org.jspecify.annotations.NullMarked;
