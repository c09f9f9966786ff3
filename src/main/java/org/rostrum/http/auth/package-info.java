/**
 * Bearer tokens: how they are verified, which roles they carry, and the command that makes one for trying a server.
 * Only {@link org.rostrum.http.auth.BearerTokenAuthenticator} is for the other packages of http.
 */
@NullMarked
package org.rostrum.http.auth;

import org.jspecify.annotations.NullMarked;
