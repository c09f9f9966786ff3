package org.rostrum.http.operation;

/** How a request arrived, as the access log names it. */
public enum Transport {
    HTTP,
    SSE,
    WEBSOCKET
}
