package org.rostrum.http.auth;

import java.util.Set;

/**
 * What a verified token proves.
 *
 * @param name who holds it
 * @param roles what the holder may do
 * @param validUntil when it expires, leeway included: seconds since 1970
 */
record VerifiedToken(String name, Set<String> roles, long validUntil) {}
