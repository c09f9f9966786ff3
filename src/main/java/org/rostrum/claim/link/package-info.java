/** Links between claims: adds and removes them for people and for extractions, each in its caller's transaction. */
@NullMarked
package org.rostrum.claim.link;

import org.jspecify.annotations.NullMarked;
