/**
 * One handler a transport: GraphQL over HTTP, over Server-Sent Events and over WebSocket, with the routes and the pages
 * beside them. Everything that touches Vert.x's requests, responses and sockets belongs here.
 */
@NullMarked
package org.rostrum.http.handler;

import org.jspecify.annotations.NullMarked;
