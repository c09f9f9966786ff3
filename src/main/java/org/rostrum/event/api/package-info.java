/** The GraphQL fields and mutations of events, and the parser of their inputs. */
package org.rostrum.event.api;
