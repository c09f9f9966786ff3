/** Resolves an office without a name, such as "the Polish president", to its holder on a day. */
@NullMarked
package org.rostrum.resolution.office;

import org.jspecify.annotations.NullMarked;
