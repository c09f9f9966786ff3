/** The GraphQL fields and mutations of events, and the parser of their inputs. */
@NullMarked
package org.rostrum.event.api;

import org.jspecify.annotations.NullMarked;
