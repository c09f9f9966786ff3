/**
 * What a request's headers allow: media types, content codings, origins of pages. Pure decisions about headers; nothing
 * in here reads bodies or writes responses.
 */
@NullMarked
package org.rostrum.http.negotiation;

import org.jspecify.annotations.NullMarked;
