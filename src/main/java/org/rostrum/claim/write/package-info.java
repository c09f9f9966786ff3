/**
 * Records, reviews, links, groups and deletes claims, each in its caller's transaction. Extracted claims give way to
 * what people decided.
 */
@NullMarked
package org.rostrum.claim.write;

import org.jspecify.annotations.NullMarked;
