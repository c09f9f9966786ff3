/**
 * The entities of claims, evidence, links and candidates, with their GraphQL types. No statement is run here; the
 * packages below read and write them.
 */
@NullMarked
package org.rostrum.claim;

import org.jspecify.annotations.NullMarked;
