/** The articles that a server with sample data starts with. */
@NullMarked
package org.rostrum.intake.sample;

import org.jspecify.annotations.NullMarked;
