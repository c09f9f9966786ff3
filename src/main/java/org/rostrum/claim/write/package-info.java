/**
 * Records, reviews, links, groups and deletes claims, each in its caller's transaction. Extracted claims give way to
 * what people decided.
 */
package org.rostrum.claim.write;
