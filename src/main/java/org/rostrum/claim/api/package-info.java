/**
 * The GraphQL fields, counts, mutations and subscriptions of claims, and the parsers of their inputs. Rules for what is
 * stored belong to {@link org.rostrum.claim.write}.
 */
@NullMarked
package org.rostrum.claim.api;

import org.jspecify.annotations.NullMarked;
