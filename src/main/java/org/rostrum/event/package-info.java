/**
 * The entities of events, their participants and mentions, with their GraphQL types. No statement is run here; the
 * packages below read and write them.
 */
package org.rostrum.event;
