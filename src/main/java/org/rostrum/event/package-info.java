/**
 * The entities of events, their participants and mentions, with their GraphQL types. No statement is run here; the
 * packages below read and write them.
 */
@NullMarked
package org.rostrum.event;

import org.jspecify.annotations.NullMarked;
