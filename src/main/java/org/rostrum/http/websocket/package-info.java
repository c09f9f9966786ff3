/**
 * The protocol graphql-transport-ws apart from its transport: its messages, their JSON, and the state of a connection.
 * Nothing in here knows Vert.x, sockets or timers, so that every transition can be tested by itself;
 * {@code http.handler} ties it to a socket.
 */
@NullMarked
package org.rostrum.http.websocket;

import org.jspecify.annotations.NullMarked;
