/** Resolves mentions of organisations, governments and groups. */
@NullMarked
package org.rostrum.resolution.organization;

import org.jspecify.annotations.NullMarked;
