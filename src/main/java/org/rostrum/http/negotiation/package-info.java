/**
 * What a request's headers allow: media types, content codings, origins of pages. Pure decisions about headers; nothing in here reads
 * bodies or writes responses.
 */
package org.rostrum.http.negotiation;
